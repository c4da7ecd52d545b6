package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
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
        this.settings = settings.hurdle();
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
            int[] asked = rows(known, schedule.lastOriginOf(fit), false);
            int[] rows = rows(0, known - 1, true);
            try (BaggedTraining training =
                    new BaggedTraining(shelf, fit, settings, Objective.PROBABILITY, sample, rows, asked)) {
                for (int h = 1; h <= Horizon.MAX; h++) {
                    int ahead = h;
                    Optional<double[]> probability = training.predict(h, row -> active(row, ahead, known));
                    for (int i = 0; probability.isPresent() && i < asked.length; i++) {
                        double amount = probability.get()[i] * usualAmount(asked[i]);
                        grid.set(asked[i] / months, asked[i] % months, h, amount);
                    }
                }
            }
        }
        return grid;
    }

    /** Whether the node was active {@code h} months later, if that was known at the training. */
    private float active(int row, int h, int known) {
        if (row % months + h > known || Double.isNaN(values[row + h])) {
            return Float.NaN;
        }
        return values[row + h] == 0 ? 0 : 1;
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

    /** Known cells of months {@code from} to {@code to} that move; nodes that repeat their only segment teach nothing. */
    private int[] rows(int from, int to, boolean learned) {
        int[] rows = new int[block.nodes() * Math.max(0, to - from + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            for (int month = from; month <= to && (!learned || block.isDistinct(node)); month++) {
                int cell = node * months + month;
                if (!Double.isNaN(values[cell]) && !NodeKind.isConstant(values, cell, month)) {
                    rows[n++] = cell;
                }
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
