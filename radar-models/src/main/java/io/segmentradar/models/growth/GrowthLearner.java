package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.lightgbm.TrainingSet;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.lightgbm.TreeParameters;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The global model: one set of boosted trees for each horizon, learned on the growth of all nodes together, so that a
 * short history borrows from the long ones. The median of growth is learned (absolute loss), because a median survives
 * the way back to money and a mean does not.
 */
public final class GrowthLearner {
    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace space;
    private final FitSchedule schedule;
    private final GrowthSettings settings;
    private final int months;

    public GrowthLearner(
            SeriesBlock block, double[] values, GrowthSpace space, FitSchedule schedule, GrowthSettings settings) {
        this.block = block;
        this.values = values;
        this.space = space;
        this.schedule = schedule;
        this.settings = settings;
        this.months = block.months().count();
    }

    /** Trains, or takes trees from the shelf, at every month of the schedule and forecasts up to the next training. */
    public ForecastGrid forecast(String name, TreeShelf shelf) {
        return forecast(name, shelf, schedule.fits().size());
    }

    /** The same for the first {@code fits} trainings alone; later origins stay unknown. */
    public ForecastGrid forecast(String name, TreeShelf shelf, int fits) {
        ForecastGrid grid = new ForecastGrid(name, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int fit = 0; fit < fits; fit++) {
            learn(grid, fit, shelf);
        }
        return grid;
    }

    private void learn(ForecastGrid grid, int fit, TreeShelf shelf) {
        int known = schedule.fits().get(fit);
        int[] asked = rows(known, schedule.lastOriginOf(fit), 0);
        FeatureMatrix matrix = shelf.inputs(fit);
        float[] questions = matrix.gather(asked, asked.length);
        TrainingSet bins = null;
        try {
            for (int h = 1; h <= Horizon.MAX; h++) {
                Optional<TreeModel> saved = shelf.saved(fit, h);
                if (saved.isPresent()) {
                    fill(grid, asked, h, saved.get().predict(questions, asked.length));
                    continue;
                }
                int[] learned = shelf.isClosed() ? new int[0] : rows(0, known - h, h);
                if (learned.length == 0) {
                    continue;
                }
                TreeParameters parameters = settings.parameters(learned.length);
                TrainingSet set = new TrainingSet(
                        matrix.gather(learned, learned.length), learned.length, matrix.width(), parameters, bins);
                try {
                    fill(
                            grid,
                            asked,
                            h,
                            growth(
                                    set,
                                    labels(learned, h),
                                    questions,
                                    asked.length,
                                    keeper(shelf, fit, h, parameters)));
                } finally {
                    if (bins == null) {
                        bins = set;
                    } else {
                        set.close();
                    }
                }
            }
        } finally {
            if (bins != null) {
                bins.close();
            }
        }
    }

    private static Optional<Consumer<TreeModel>> keeper(TreeShelf shelf, int fit, int h, TreeParameters parameters) {
        return shelf.wants(fit) ? Optional.of(trees -> shelf.keep(fit, h, trees, parameters)) : Optional.empty();
    }

    private void fill(ForecastGrid grid, int[] asked, int h, double[] growth) {
        for (int i = 0; i < asked.length; i++) {
            grid.set(asked[i] / months, asked[i] % months, h, space.invert(asked[i], growth[i]));
        }
    }

    private static double[] growth(
            TrainingSet set, float[] labels, float[] questions, int count, Optional<Consumer<TreeModel>> keeper) {
        if (keeper.isEmpty()) {
            return set.trainAndPredict(labels, questions, count);
        }
        TreeModel model = set.train(labels);
        double[] growth = model.predict(questions, count);
        keeper.get().accept(model);
        return growth;
    }

    private float[] labels(int[] rows, int h) {
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (float) space.growth(rows[i], h);
        }
        return labels;
    }

    /**
     * Cells from month {@code from} to {@code to} where there is something to ask or, with a horizon, to learn: known,
     * not standing still, the target known too. A training at month f learns from origins up to f − h (embargo). Nodes
     * that repeat their only segment are asked but not learned from.
     */
    private int[] rows(int from, int to, int horizon) {
        int[] rows = new int[block.nodes() * Math.max(0, to - from + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            if (horizon > 0 && !block.isDistinct(node)) {
                continue;
            }
            for (int month = from; month <= to; month++) {
                int cell = node * months + month;
                boolean target = horizon == 0 || !Double.isNaN(values[cell + horizon]);
                if (target && !Double.isNaN(values[cell]) && !NodeKind.isConstant(values, cell, month)) {
                    rows[n++] = cell;
                }
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
