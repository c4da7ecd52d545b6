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
import io.segmentradar.models.season.SeasonalFactors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
    private final RowSample sample;
    private final List<SeasonalFactors> seasons;
    private final Optional<AbsenceRegression> absence;

    public GrowthLearner(
            SeriesBlock block, double[] values, GrowthSpace space, FitSchedule schedule, GrowthSettings settings) {
        this(block, values, space, schedule, settings, List.of(), Optional.empty());
    }

    /**
     * @param seasons factors known at each training; empty to look at values as they are
     * @param absence whose account of growth trees take as given where their inputs tell who is absent
     */
    public GrowthLearner(
            SeriesBlock block,
            double[] values,
            GrowthSpace space,
            FitSchedule schedule,
            GrowthSettings settings,
            List<SeasonalFactors> seasons,
            Optional<AbsenceRegression> absence) {
        this.absence = absence;
        this.block = block;
        this.values = values;
        this.space = space;
        this.schedule = schedule;
        this.settings = settings;
        this.months = block.months().count();
        this.sample = new RowSample(block, settings.seed());
        this.seasons = seasons;
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
        int bags = shelf.isClosed() ? GrowthSettings.MAX_BAGS : settings.bags();
        try (Training training = new Training(fit, shelf)) {
            int[] asked = training.asked;
            Optional<SeasonalFactors> season = season(fit);
            GrowthSpace seen = season.map(factors -> GrowthSpace.log(factors.adjust(values), space.unit()))
                    .orElse(space);
            for (int h = 1; h <= Horizon.MAX; h++) {
                int horizon = h;
                int[] rows = rows(0, schedule.fits().get(fit) - h, h);
                Optional<AbsenceRegression.Fitted> returning = absence.filter(
                                own -> AbsenceRegression.isFor(training.matrix))
                        .map(own -> own.fit(schedule.fits().get(fit), horizon));
                StraightPart straight = new StraightPart(seen, rows, h, season.isPresent(), returning);
                double[] sum = new double[asked.length];
                int known = 0;
                for (int bag = 0; bag < bags; bag++) {
                    Optional<double[]> growth = training.growth(rows, straight, bag);
                    if (growth.isPresent()) {
                        known++;
                        for (int i = 0; i < sum.length; i++) {
                            sum[i] += growth.get()[i];
                        }
                    }
                }
                for (int i = 0; known > 0 && i < asked.length; i++) {
                    int node = asked[i] / months;
                    int origin = asked[i] % months;
                    double money = seen.invert(asked[i], sum[i] / known + straight.growth(asked[i]));
                    double lift = season.isPresent() ? season.get().at(node, origin + h) : 1;
                    grid.set(node, origin, h, lift * money);
                }
            }
        }
    }

    /** One month of training: what is asked of its models, and the bins they share. */
    private final class Training implements AutoCloseable {
        private final int fit;
        private final TreeShelf shelf;
        private final FeatureMatrix matrix;
        private final int[] asked;
        private final float[] questions;
        private TrainingSet bins;

        Training(int fit, TreeShelf shelf) {
            this.fit = fit;
            this.shelf = shelf;
            this.matrix = shelf.inputs(fit);
            this.asked = rows(schedule.fits().get(fit), schedule.lastOriginOf(fit), 0);
            this.questions = matrix.gather(asked, asked.length);
        }

        /** Growth of all cells asked, by trees from the shelf or grown on a sample of {@code rows}; empty without either. */
        Optional<double[]> growth(int[] rows, StraightPart straight, int bag) {
            int h = straight.h;
            Optional<TreeModel> saved = shelf.saved(fit, h, bag);
            if (saved.isPresent()) {
                return Optional.of(saved.get().predict(questions, asked.length));
            }
            double share = settings.share(rows.length);
            int[] learned = shelf.isClosed() ? new int[0] : sample.draw(rows, share, bag * (Horizon.MAX + 1) + h);
            if (learned.length == 0) {
                return Optional.empty();
            }
            TreeParameters parameters = settings.parameters(learned.length, bag);
            TrainingSet set = new TrainingSet(
                    matrix.gather(learned, learned.length), learned.length, matrix.width(), parameters, bins);
            try {
                return Optional.of(growth(set, straight.leftOver(learned), h, bag, parameters));
            } finally {
                if (bins == null) {
                    bins = set;
                } else {
                    set.close();
                }
            }
        }

        private double[] growth(TrainingSet set, float[] labels, int h, int bag, TreeParameters parameters) {
            if (!shelf.wants(fit)) {
                return set.trainAndPredict(labels, questions, asked.length);
            }
            TreeModel model = set.train(labels);
            double[] growth = model.predict(questions, asked.length);
            shelf.keep(fit, h, bag, model, parameters);
            return growth;
        }

        @Override
        public void close() {
            if (bins != null) {
                bins.close();
            }
        }
    }

    /** Factors of a training by which the values are divided, where most segments have a season. */
    private Optional<SeasonalFactors> season(int fit) {
        return seasons.isEmpty()
                ? Optional.empty()
                : Optional.of(seasons.get(fit)).filter(SeasonalFactors::isCommon);
    }

    /**
     * Growth over one horizon that a regression tells, refitted at each training: a {@link SeasonalRegression} where most
     * segments have a season, else an {@link AbsenceRegression} where the panel tells who is absent; elsewhere 0, since
     * trees then do better by themselves. Trees learn what it leaves over.
     */
    private final class StraightPart {
        private final GrowthSpace seen;
        private final SeasonalRegression regression;
        private final int h;
        private final boolean seasonal;
        private final double[] coefficients;
        private final Optional<AbsenceRegression.Fitted> returning;

        StraightPart(
                GrowthSpace seen, int[] rows, int h, boolean seasonal, Optional<AbsenceRegression.Fitted> returning) {
            this.seen = seen;
            this.regression = new SeasonalRegression(block, seen, settings.seed());
            this.h = h;
            this.seasonal = seasonal;
            this.coefficients = seasonal ? regression.coefficients(rows, h) : new double[0];
            this.returning = returning;
        }

        double growth(int cell) {
            return seasonal
                    ? regression.growth(coefficients, cell, h)
                    : returning.map(fitted -> fitted.growthIn(space, cell)).orElse(0.0);
        }

        float[] leftOver(int[] rows) {
            float[] labels = new float[rows.length];
            for (int i = 0; i < rows.length; i++) {
                labels[i] = (float) (seen.growth(rows[i], h) - growth(rows[i]));
            }
            return labels;
        }
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
