package io.segmentradar.models.backtest;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Accuracy of several models of one KPI over the origins of a back-test; definitions in {@link AccuracyReport.Row}. */
public final class BacktestMeasures {
    private static final List<String> NAIVES = List.of("naive", "seasonal_naive", "mean_3");
    private static final List<String> SIZES = List.of("small", "medium", "large");
    private static final int YEAR = 12;

    private final SeriesBlock block;
    private final String kpi;
    private final double[] values;
    private final double unit;
    private final FitSchedule schedule;
    private final int first;
    private final int months;
    private final double[] absoluteScale;
    private final double[] squaredScale;
    private final int[] sizes;

    /**
     * @param unit of the signed logarithm, for R² of logs
     * @param schedule tells which origins count; data up to the first of them give the in-sample scale
     */
    public BacktestMeasures(SeriesBlock block, String kpi, double[] values, double unit, FitSchedule schedule) {
        this.block = block;
        this.kpi = kpi;
        this.values = values;
        this.unit = unit;
        this.schedule = schedule;
        this.first = schedule.firstEvaluated();
        this.months = block.months().count();
        this.absoluteScale = new double[block.nodes()];
        this.squaredScale = new double[block.nodes()];
        int lag = first >= YEAR + 1 ? YEAR : 1;
        for (int node = 0; node < block.nodes(); node++) {
            int n = 0;
            for (int t = lag; t <= first; t++) {
                double change = values[node * months + t] - values[node * months + t - lag];
                if (!Double.isNaN(change)) {
                    absoluteScale[node] += Math.abs(change);
                    squaredScale[node] += change * change;
                    n++;
                }
            }
            absoluteScale[node] /= Math.max(1, n);
            squaredScale[node] /= Math.max(1, n);
        }
        this.sizes = sizes();
    }

    /** Third of each node within its level by size at the first origin; −1 for nodes then unknown. */
    private int[] sizes() {
        int[] thirds = new int[block.nodes()];
        for (int l = 0; l < block.levels().size(); l++) {
            int from = block.start(l);
            int to = block.start(l + 1);
            double[] known = new double[to - from];
            int n = 0;
            for (int node = from; node < to; node++) {
                double value = Math.abs(values[node * months + first]);
                if (value > 0) {
                    known[n++] = value;
                }
            }
            Arrays.sort(known, 0, n);
            for (int node = from; node < to; node++) {
                double value = Math.abs(values[node * months + first]);
                thirds[node] = !(value > 0) ? -1 : value < known[n / 3] ? 0 : value < known[2 * n / 3] ? 1 : 2;
            }
        }
        return thirds;
    }

    /**
     * Rows of one horizon for all levels and models, overall and, for segments, by size class.
     *
     * @param names of the models as they shall appear
     * @param quantiles of each model by origin (position − first), nodes × quantiles; null for models without intervals
     */
    public List<AccuracyReport.Row> rows(
            int horizon, List<String> names, List<ForecastGrid> grids, List<double[][]> quantiles) {
        List<AccuracyReport.Row> rows = new ArrayList<>();
        for (int l = 0; l < block.levels().size(); l++) {
            rows.addAll(level(l, -1, horizon, names, grids, quantiles));
            if (l == block.levels().size() - 1) {
                for (int size = 0; size < SIZES.size(); size++) {
                    rows.addAll(level(l, size, horizon, names, grids, quantiles));
                }
            }
        }
        return rows;
    }

    private List<AccuracyReport.Row> level(
            int level, int size, int h, List<String> names, List<ForecastGrid> grids, List<double[][]> quantiles) {
        List<ErrorSums> sums = new ArrayList<>();
        List<double[]> losses = new ArrayList<>();
        for (int m = 0; m < grids.size(); m++) {
            ErrorSums sum = new ErrorSums(unit);
            losses.add(measure(level, size, h, grids.get(m), quantiles.get(m), sum));
            sums.add(sum);
        }
        int best = best(names, sums);
        List<AccuracyReport.Row> rows = new ArrayList<>();
        for (int m = 0; m < grids.size(); m++) {
            if (sums.get(m).n() > 0) {
                rows.add(row(
                        level,
                        size,
                        h,
                        names.get(m),
                        sums.get(m),
                        sums.get(best).wape(),
                        difference(losses.get(m), losses.get(best), h)));
            }
        }
        return rows;
    }

    private static int best(List<String> names, List<ErrorSums> sums) {
        int best = names.indexOf(NAIVES.get(0));
        for (String naive : NAIVES) {
            int m = names.indexOf(naive);
            if (m >= 0
                    && sums.get(m).n() == sums.get(best).n()
                    && sums.get(m).absolute() < sums.get(best).absolute()) {
                best = m;
            }
        }
        return best;
    }

    /** p-value over the measured origins; losses overlap where the next one lies within the horizon. */
    private double difference(double[] losses, double[] best, int h) {
        int step = schedule.step();
        double[] differences = new double[(losses.length + step - 1) / step];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = losses[i * step] - best[i * step];
        }
        return DieboldMariano.pValue(differences, (h - 1) / step + 1);
    }

    /** Adds up one model; returns its absolute error by origin. */
    private double[] measure(int level, int size, int h, ForecastGrid grid, double[][] quantiles, ErrorSums sum) {
        int last = grid.lastOrigin() - h;
        double[] losses = new double[Math.max(0, last - first + 1)];
        for (int node = block.start(level); node < block.start(level + 1); node++) {
            if (size >= 0 && sizes[node] != size) {
                continue;
            }
            double absolute = 0;
            double squares = 0;
            int n = 0;
            for (int origin = first; origin <= last; origin += schedule.step()) {
                int cell = node * months + origin;
                double point = grid.get(node, origin, h);
                double actual = values[cell + h];
                if (!Double.isNaN(point) && !Double.isNaN(actual) && !Double.isNaN(values[cell])) {
                    sum.add(actual, point);
                    absolute += Math.abs(actual - point);
                    squares += (actual - point) * (actual - point);
                    losses[origin - first] += Math.abs(actual - point);
                    n++;
                    if (quantiles != null && !NodeKind.isConstant(values, cell, origin)) {
                        double[] own = quantiles[origin - first];
                        sum.addInterval(actual, own, node * (own.length / block.nodes()));
                    }
                }
            }
            if (n > 0 && absoluteScale[node] > 0) {
                sum.addSeries(absolute / n / absoluteScale[node], squares / n / squaredScale[node]);
            }
        }
        return losses;
    }

    private AccuracyReport.Row row(
            int level, int size, int h, String model, ErrorSums sum, double bestWape, double dieboldMariano) {
        return new AccuracyReport.Row(
                kpi,
                h,
                block.levels().get(level).id(),
                size < 0 ? AccuracyReport.ALL_SIZES : SIZES.get(size),
                model,
                sum.n(),
                sum.wape(),
                sum.mase(),
                sum.rmsse(),
                sum.bias(),
                sum.r2Log(),
                sum.r2Money(),
                sum.coverage80(),
                sum.coverage90(),
                sum.meanWidth90(),
                sum.winkler90(),
                sum.pinball(),
                bestWape > 0 ? 1 - sum.wape() / bestWape : Double.NaN,
                dieboldMariano);
    }
}
