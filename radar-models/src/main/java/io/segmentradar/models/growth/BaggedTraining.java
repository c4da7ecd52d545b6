package io.segmentradar.models.growth;

import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.models.lightgbm.AskedRows;
import io.segmentradar.models.lightgbm.TrainingSet;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.lightgbm.TreeParameters;
import java.util.Arrays;
import java.util.Optional;

/**
 * The trees of one month of training. Each bag draws its rows once, for all horizons, and bins them once; a horizon learns
 * from those whose target is known. What is asked of the trees is gathered once. Finding and copying inputs
 * would otherwise cost as much as growing trees.
 */
final class BaggedTraining implements AutoCloseable {
    private final TreeShelf shelf;
    private final int fit;
    private final GrowthSettings settings;
    private final Objective objective;
    private final RowSample sample;
    private final int[] rows;
    private final AskedRows questions;
    private final int[][] drawn = new int[GrowthSettings.MAX_BAGS][];
    private final TrainingSet[] sets = new TrainingSet[GrowthSettings.MAX_BAGS];

    /** What a row teaches. */
    interface Target {
        /** Label of a row; NaN if it is not known. */
        float of(int row);
    }

    /**
     * @param rows that may be learned from
     * @param asked rows whose target is wanted
     */
    BaggedTraining(
            TreeShelf shelf,
            int fit,
            GrowthSettings settings,
            Objective objective,
            RowSample sample,
            int[] rows,
            int[] asked) {
        this.shelf = shelf;
        this.fit = fit;
        this.settings = settings;
        this.objective = objective;
        this.sample = sample;
        this.rows = rows;
        FeatureMatrix matrix = shelf.inputs(fit);
        this.questions = new AskedRows(asked.length, matrix.width(), feature -> matrix.gather(asked, feature));
    }

    /**
     * Mean over the bags of what their trees say of each row asked, by trees from the shelf or newly grown ones; empty
     * where there are none and nothing can be learned.
     */
    Optional<double[]> predict(int horizon, Target target) {
        int bags = shelf.isClosed() ? GrowthSettings.MAX_BAGS : settings.bags();
        double[] sum = null;
        int known = 0;
        for (int bag = 0; bag < bags; bag++) {
            Optional<double[]> own = predict(horizon, target, bag);
            if (own.isPresent()) {
                known++;
                sum = sum == null ? new double[own.get().length] : sum;
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += own.get()[i];
                }
            }
        }
        for (int i = 0; known > 1 && i < sum.length; i++) {
            sum[i] /= known;
        }
        return Optional.ofNullable(sum);
    }

    private Optional<double[]> predict(int horizon, Target target, int bag) {
        Optional<TreeModel> saved = shelf.saved(fit, horizon, bag);
        if (saved.isPresent()) {
            return Optional.of(saved.get().predict(questions));
        }
        if (shelf.isClosed()) {
            return Optional.empty();
        }
        draw(bag);
        int[] chosen = new int[drawn[bag].length];
        float[] labels = new float[chosen.length];
        int n = 0;
        for (int i = 0; i < chosen.length; i++) {
            float label = target.of(drawn[bag][i]);
            if (!Float.isNaN(label)) {
                chosen[n] = i;
                labels[n++] = label;
            }
        }
        if (!objective.canLearn(labels, n)) {
            return Optional.empty();
        }
        try (TrainingSet part = sets[bag].subset(Arrays.copyOf(chosen, n))) {
            return Optional.of(grow(part, horizon, bag, Arrays.copyOf(labels, n)));
        }
    }

    private double[] grow(TrainingSet set, int horizon, int bag, float[] labels) {
        if (!shelf.wants(fit)) {
            return set.trainAndPredict(labels, questions);
        }
        TreeModel model = set.train(labels);
        double[] predicted = model.predict(questions);
        shelf.keep(fit, horizon, bag, model, parameters(bag));
        return predicted;
    }

    private void draw(int bag) {
        if (drawn[bag] == null) {
            drawn[bag] = sample.draw(rows, settings.share(rows.length), bag);
            int n = drawn[bag].length;
            if (n > 0) {
                FeatureMatrix matrix = shelf.inputs(fit);
                sets[bag] = new TrainingSet(
                        matrix.gather(drawn[bag]), n, matrix.width(), parameters(bag), bag == 0 ? null : sets[0]);
            }
        }
    }

    private TreeParameters parameters(int bag) {
        return settings.parameters(objective, drawn[bag].length, bag);
    }

    @Override
    public void close() {
        for (TrainingSet set : sets) {
            if (set != null) {
                set.close();
            }
        }
    }
}
