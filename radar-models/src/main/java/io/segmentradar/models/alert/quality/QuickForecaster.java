package io.segmentradar.models.alert.quality;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.models.alert.GrowthScale;
import io.segmentradar.models.growth.RobustRegression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One-month-ahead forecasts fast enough to be made anew for every trial: growth from the origin as a robust linear
 * function of the series' own recent means and last years' steps, pooled over the segments of a KPI and learned before
 * the month it is used for. Aggregates are sums. It stands in for the forecast engine where hundreds of altered panels
 * have to be forecast; the published forecasts are never made here.
 */
final class QuickForecaster {
    private static final int FEATURES = 9;
    private static final int MIN_AGE = 3;
    private static final int MIN_ROWS = 50;
    private static final int TRAINING_MONTHS = 120;
    private static final int YEAR = 12;
    private static final int YEARS = 6;
    private static final double LEAST_VOLATILITY = 0.02;
    private static final String NAME = "quick";

    private final SegmentHierarchy hierarchy;
    private final KpiCatalog kpis;
    private final int firstTarget;
    private final Map<String, double[]> units = new HashMap<>();
    private final Map<String, double[][]> coefficients = new HashMap<>();

    /**
     * Learns from the untouched panel, for every target month from {@code firstTarget} on, what was known before it.
     */
    QuickForecaster(SegmentPanel panel, SegmentHierarchy hierarchy, KpiCatalog kpis, int firstTarget) {
        this.hierarchy = hierarchy;
        this.kpis = kpis;
        this.firstTarget = firstTarget;
        for (Kpi kpi : kpis.kpis()) {
            double[] unit = units(panel, kpi);
            units.put(kpi.id(), unit);
            double[][] growth = growth(panel, kpi, unit);
            double[][] learned = new double[panel.months().count()][];
            for (int target = firstTarget; target < learned.length; target++) {
                learned[target] = learn(growth, target);
            }
            coefficients.put(kpi.id(), learned);
        }
    }

    private static double[] units(SegmentPanel panel, Kpi kpi) {
        PanelColumn column = panel.column(kpi.id());
        int months = panel.months().count();
        double[] own = new double[panel.segments()];
        double[] all = new double[panel.segments() * months];
        int n = 0;
        for (int s = 0; s < own.length; s++) {
            double sum = 0;
            int count = 0;
            for (int m = 0; m < months; m++) {
                double size = Math.abs(column.orNaN(s, m));
                if (size > 0) {
                    all[n++] = size;
                    sum += size;
                    count++;
                }
            }
            own[s] = count == 0 ? 0 : sum / count;
        }
        Arrays.sort(all, 0, n);
        double common = n == 0 ? 1 : all[n / 5];
        for (int s = 0; s < own.length; s++) {
            own[s] = kpi.kind().isSigned() ? Math.max(common, own[s]) : common;
        }
        return own;
    }

    private static double[][] growth(SegmentPanel panel, Kpi kpi, double[] unit) {
        double[][] growth = new double[panel.segments()][];
        for (int s = 0; s < growth.length; s++) {
            double[] series = panel.column(kpi.id()).series(s);
            for (int m = 0; m < series.length; m++) {
                series[m] = GrowthScale.to(series[m], unit[s]);
            }
            growth[s] = series;
        }
        return growth;
    }

    private static double[] learn(double[][] growth, int target) {
        RobustRegression regression = new RobustRegression(FEATURES);
        double[] x = new double[FEATURES];
        for (double[] z : growth) {
            for (int origin = Math.max(0, target - 1 - TRAINING_MONTHS); origin < target - 1; origin++) {
                if (features(z, origin, x) && !Double.isNaN(z[origin + 1])) {
                    regression.add(x, z[origin + 1] - z[origin], 1 / volatility(z, origin));
                }
            }
        }
        return regression.rows() < MIN_ROWS ? null : regression.coefficients();
    }

    private static double volatility(double[] z, int origin) {
        double sum = 0;
        int count = 0;
        for (int m = origin; m > 0 && m > origin - YEAR && !Double.isNaN(z[m - 1]); m--) {
            sum += Math.abs(z[m] - z[m - 1]);
            count++;
        }
        return LEAST_VOLATILITY + (count == 0 ? 0 : sum / count);
    }

    /** False where too little of the series is known at the origin. */
    private static boolean features(double[] z, int origin, double[] x) {
        int age = 0;
        while (age <= origin && age < YEAR && !Double.isNaN(z[origin - age])) {
            age++;
        }
        if (age < MIN_AGE) {
            return false;
        }
        Arrays.fill(x, 0);
        x[0] = mean(z, origin, 2) - z[origin];
        x[1] = mean(z, origin, 3) - z[origin];
        x[2] = mean(z, origin, Math.min(age, 6)) - z[origin];
        x[3] = mean(z, origin, age) - z[origin];
        seasonal(z, origin, x);
        x[8] = 1;
        return true;
    }

    private static void seasonal(double[] z, int origin, double[] x) {
        double steps = 0;
        int years = 0;
        for (int then = origin - YEAR; then >= 0 && years < YEARS; then -= YEAR) {
            if (Double.isNaN(z[then]) || Double.isNaN(z[then + 1])) {
                break;
            }
            steps += z[then + 1] - z[then];
            years++;
        }
        if (years > 0) {
            int then = origin - YEAR;
            x[4] = steps / years;
            x[5] = z[then + 1] - z[then];
            x[6] = z[then + 1] - z[origin];
            boolean quarter = then >= 2 && !Double.isNaN(z[then - 1]) && !Double.isNaN(z[then - 2]);
            x[7] = quarter ? z[then + 1] - mean(z, then, 3) - (z[origin] - mean(z, origin, 3)) : 0;
        }
    }

    private static double mean(double[] z, int last, int count) {
        double sum = 0;
        for (int m = last; m > last - count; m--) {
            sum += z[m];
        }
        return sum / count;
    }

    /**
     * Forecasts of the {@code origins} last months that can be judged by the last month of {@code panel}; the panel may
     * be altered, its series are forecast as they are.
     */
    ForecastSet past(SegmentPanel panel, int origins) {
        int review = panel.months().count() - 1;
        int first = Math.max(firstTarget, review - origins + 1);
        List<ForecastTable> tables = new ArrayList<>();
        Map<String, SegmentIndex> nodes = new HashMap<>();
        Map<String, int[]> rows = new HashMap<>();
        for (SegmentLevel level : hierarchy.levels()) {
            SegmentIndex index = nodes(panel, level);
            nodes.put(level.id(), index);
            rows.put(level.id(), panel.nodeRows(level, index));
        }
        for (Kpi kpi : kpis.kpis()) {
            double[] unit = units.get(kpi.id());
            double[][] growth = growth(panel, kpi, unit);
            for (int target = first; target <= review; target++) {
                double[] segments = forecast(growth, unit, coefficients.get(kpi.id())[target], target - 1);
                for (SegmentLevel level : hierarchy.levels()) {
                    tables.add(table(
                            level,
                            nodes.get(level.id()),
                            kpi,
                            panel,
                            target - 1,
                            sum(
                                    segments,
                                    rows.get(level.id()),
                                    nodes.get(level.id()).size())));
                }
            }
        }
        return new ForecastSet(tables);
    }

    private static SegmentIndex nodes(SegmentPanel panel, SegmentLevel level) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            keys.add(level.nodeOf(panel.index().key(s)));
        }
        return new SegmentIndex(keys.stream().distinct().toList());
    }

    private static double[] forecast(double[][] growth, double[] unit, double[] beta, int origin) {
        double[] money = new double[growth.length];
        double[] x = new double[FEATURES];
        for (int s = 0; s < money.length; s++) {
            money[s] = Double.NaN;
            if (beta != null && features(growth[s], origin, x)) {
                double z = growth[s][origin];
                for (int j = 0; j < FEATURES; j++) {
                    z += beta[j] * x[j];
                }
                money[s] = GrowthScale.from(z, unit[s]);
            }
        }
        return money;
    }

    private static double[] sum(double[] segments, int[] rows, int nodes) {
        double[] sums = new double[nodes];
        Arrays.fill(sums, Double.NaN);
        for (int s = 0; s < segments.length; s++) {
            if (!Double.isNaN(segments[s])) {
                sums[rows[s]] = Double.isNaN(sums[rows[s]]) ? segments[s] : sums[rows[s]] + segments[s];
            }
        }
        return sums;
    }

    private static ForecastTable table(
            SegmentLevel level, SegmentIndex nodes, Kpi kpi, SegmentPanel panel, int origin, double[] point) {
        double[] quantiles = new double[point.length * ForecastTable.QUANTILES.size()];
        String[] model = new String[point.length];
        Arrays.fill(model, NAME);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = point[i / ForecastTable.QUANTILES.size()];
        }
        return new ForecastTable(
                level.id(),
                nodes,
                kpi.id(),
                panel.months().at(origin),
                Horizon.ONE,
                point,
                new double[point.length],
                quantiles,
                model);
    }
}
