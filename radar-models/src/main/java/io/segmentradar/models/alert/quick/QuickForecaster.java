package io.segmentradar.models.alert.quick;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.models.growth.GrowthScale;
import io.segmentradar.models.growth.RobustRegression;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * One-month-ahead forecasts of segments that cost next to nothing: growth from the origin as a robust linear function of
 * the series' own recent means and last years' steps, pooled over the segments of a KPI and learned before the month it
 * is used for. It serves where the forecast engine would take too long: its errors stand in for the engine's in the
 * months before the back-test, so that alerts know more of the past, and hundreds of altered panels are forecast with it
 * in trials of their quality. The published forecasts are never made here.
 */
public final class QuickForecaster {
    private static final int FEATURES = 9;
    private static final int MIN_AGE = 3;
    private static final int MIN_ROWS = 50;
    private static final int TRAINING_MONTHS = 120;
    private static final int YEAR = 12;
    private static final int YEARS = 6;
    private static final double LEAST_VOLATILITY = 0.02;
    /** Rows from which every second, third … segment is enough to learn from. */
    private static final int MANY_ROWS = 10_000;

    private final Map<String, double[]> units = new HashMap<>();
    private final Map<String, double[][]> coefficients = new HashMap<>();

    /**
     * Learns from the panel, for every target month from {@code firstTarget} on, what was known before it.
     *
     * @param firstTarget position of the first month to forecast
     * @param refitEvery months for which what was learned is used
     */
    public QuickForecaster(SegmentPanel panel, KpiCatalog kpis, int firstTarget, int refitEvery) {
        for (Kpi kpi : kpis.kpis()) {
            double[] unit = units(panel, kpi);
            units.put(kpi.id(), unit);
            double[][] growth = growth(panel, kpi, unit);
            double[][] learned = new double[panel.months().count()][];
            for (int target = firstTarget; target < learned.length; target++) {
                boolean isDue = (target - firstTarget) % refitEvery == 0 || learned[target - 1] == null;
                learned[target] = isDue ? learn(growth, target) : learned[target - 1];
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
        int first = Math.max(0, target - 1 - TRAINING_MONTHS);
        int stride = 1 + growth.length * (target - 1 - first) / MANY_ROWS;
        for (int s = 0; s < growth.length; s += stride) {
            double[] z = growth[s];
            for (int origin = first; origin < target - 1; origin++) {
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
     * Forecasts of a panel that may be altered; its series are forecast as they are.
     *
     * @param from position of the first month to forecast, one for which something was learned
     * @param to position of the last one
     * @return by month and segment, in money; NaN where there is none
     */
    public double[][] forecasts(SegmentPanel panel, Kpi kpi, int from, int to) {
        double[] unit = units.get(kpi.id());
        double[][] growth = growth(panel, kpi, unit);
        double[][] money = new double[to - from + 1][];
        for (int target = from; target <= to; target++) {
            money[target - from] = forecast(growth, unit, coefficients.get(kpi.id())[target], target - 1);
        }
        return money;
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
}
