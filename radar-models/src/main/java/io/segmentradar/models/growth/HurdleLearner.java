package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.lightgbm.TrainingSet;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.lightgbm.TreeParameters;
import java.util.Arrays;
import java.util.Optional;

/**
 * A hurdle model (Cragg 1971) for KPIs that are often 0: the probability that a node is active in the target month, by
 * boosted trees over all nodes, times the amount usual for it when it is active. Nodes that have stood still for a year
 * are neither asked nor learned from.
 */
public final class HurdleLearner {
    /** Name of the method. */
    public static final String NAME = "hurdle";

    /** Share of idle months from which a KPI gets this model. */
    private static final double IDLE = 0.25;

    /** Activity is rare, so one model sees as many rows as this many samples of the growth models. */
    private static final double SAMPLES = 2;

    private static final int YEAR = 12;

    private final SeriesBlock block;
    private final double[] values;
    private final FitSchedule schedule;
    private final GrowthSettings settings;
    private final int months;
    private final RowSample sample;

    public HurdleLearner(SeriesBlock block, double[] values, FitSchedule schedule, GrowthSettings settings) {
        this.block = block;
        this.values = values;
        this.schedule = schedule;
        this.settings = settings;
        this.months = block.months().count();
        this.sample = new RowSample(block, settings.seed());
    }

    /** Whether a quarter of the segments' months up to the first training are idle. */
    public static boolean isFor(SeriesBlock block, double[] values, FitSchedule schedule) {
        int months = block.months().count();
        long known = 0;
        long idle = 0;
        for (int node = block.start(block.levels().size() - 1); node < block.nodes(); node++) {
            for (int month = 0; month <= schedule.firstOrigin(); month++) {
                double value = values[node * months + month];
                known += Double.isNaN(value) ? 0 : 1;
                idle += value == 0 ? 1 : 0;
            }
        }
        return known > 0 && idle >= IDLE * known;
    }

    /** Trains, or takes trees from the shelf, at every month of the schedule and forecasts up to the next training. */
    public ForecastGrid forecast(TreeShelf shelf) {
        ForecastGrid grid = new ForecastGrid(NAME, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            int known = schedule.fits().get(fit);
            FeatureMatrix matrix = shelf.inputs(fit);
            int[] asked = rows(known, schedule.lastOriginOf(fit), 0);
            float[] questions = matrix.gather(asked, asked.length);
            for (int h = 1; h <= Horizon.MAX; h++) {
                Optional<double[]> probability = probability(shelf, fit, h, questions, asked.length);
                for (int i = 0; probability.isPresent() && i < asked.length; i++) {
                    grid.set(
                            asked[i] / months, asked[i] % months, h, probability.get()[i] * usualAmount(asked[i]));
                }
            }
        }
        return grid;
    }

    /** Of each cell asked; empty if there is nothing to learn, such as months in which all nodes were active. */
    private Optional<double[]> probability(TreeShelf shelf, int fit, int h, float[] questions, int count) {
        Optional<TreeModel> saved = shelf.saved(fit, h, 0);
        if (saved.isPresent()) {
            return Optional.of(saved.get().predict(questions, count));
        }
        int[] learned = shelf.isClosed() ? new int[0] : rows(0, schedule.fits().get(fit) - h, h);
        float[] active = active(learned, h);
        if (isOneClass(active)) {
            return Optional.empty();
        }
        FeatureMatrix matrix = shelf.inputs(fit);
        TreeParameters parameters = settings.parameters(learned.length, 0).with("binary");
        try (TrainingSet set =
                new TrainingSet(matrix.gather(learned, learned.length), learned.length, matrix.width(), parameters)) {
            if (!shelf.wants(fit)) {
                return Optional.of(set.trainAndPredict(active, questions, count));
            }
            TreeModel trees = set.train(active);
            double[] probability = trees.predict(questions, count);
            shelf.keep(fit, h, 0, trees, parameters);
            return Optional.of(probability);
        }
    }

    private float[] active(int[] rows, int h) {
        float[] active = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            active[i] = values[rows[i] + h] == 0 ? 0 : 1;
        }
        return active;
    }

    private static boolean isOneClass(float[] active) {
        for (float one : active) {
            if (one != active[0]) {
                return false;
            }
        }
        return true;
    }

    /** Mean of the active months of the last year; 0 without any. */
    private double usualAmount(int cell) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < YEAR && k <= cell % months; k++) {
            double value = values[cell - k];
            if (!Double.isNaN(value) && value != 0) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    /** Known cells of months {@code from} to {@code to} that move; with a horizon those whose target is known too. */
    private int[] rows(int from, int to, int horizon) {
        int[] rows = new int[block.nodes() * Math.max(0, to - from + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            for (int month = from; month <= to && (horizon == 0 || block.isDistinct(node)); month++) {
                int cell = node * months + month;
                boolean known = !Double.isNaN(values[cell]) && !Double.isNaN(values[cell + horizon]);
                if (known && !NodeKind.isConstant(values, cell, month)) {
                    rows[n++] = cell;
                }
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
