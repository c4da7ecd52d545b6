package io.segmentradar.models.alert;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.models.growth.GrowthScale;
import java.util.Arrays;

/**
 * One-month-ahead forecast errors of a KPI at all nodes of a level, as growth: the difference of signed logarithms of
 * actual and forecast, so that a fall of a tenth weighs alike everywhere. A signed flow has no growth; its unit is the
 * node's own usual size, which makes the transform all but linear.
 */
final class Errors {
    /** What happened in a cell. */
    enum Shape {
        /** Nothing to test: no forecast, no value, or a figure that rose from zero a month ago and is finding its level. */
        NONE,
        /** Nothing before and nothing after. */
        REST,
        /** A value where a value was expected. */
        MOVE,
        /** The KPI fell to zero. */
        STOP,
        /** The KPI rose from zero. */
        START
    }

    /** Share of the sizes of a KPI at a level below which differences hardly count. */
    private static final double UNIT_QUANTILE = 0.2;

    private final LevelView view;
    private final Kpi kpi;
    private final double[] unit;
    private final double[] error;
    private final Shape[] shape;
    private final ForecastTable[] made;
    private final double[] forecast;
    private final int first;

    /**
     * @param older of months before the first of {@code past}
     */
    Errors(LevelView view, Kpi kpi, ForecastSet past, OlderForecasts older) {
        this.view = view;
        this.kpi = kpi;
        int months = view.months();
        PanelColumn actual = view.panel().column(kpi.id());
        unit = units(actual);
        error = new double[view.size() * months];
        shape = new Shape[error.length];
        made = new ForecastTable[months];
        forecast = new double[error.length];
        Arrays.fill(forecast, Double.NaN);
        Arrays.fill(error, Double.NaN);
        Arrays.fill(shape, Shape.NONE);
        for (int m = 1; m < months; m++) {
            made[m] = past.table(view.id(), kpi.id(), view.panel().months().at(m - 1), Horizon.ONE)
                    .orElse(null);
            if (made[m] != null) {
                fill(m, pointsOf(made[m]));
            }
        }
        for (int m = older.first(); m < older.end(); m++) {
            fill(m, older.of(view, kpi, m));
        }
        first = firstMonth(older);
    }

    private int firstMonth(OlderForecasts older) {
        int m = 0;
        while (m < made.length && made[m] == null) {
            m++;
        }
        return older.first() < older.end() ? older.first() : m;
    }

    private double[] pointsOf(ForecastTable table) {
        double[] points = new double[view.size()];
        for (int node = 0; node < points.length; node++) {
            int row = table.nodes().row(view.nodes().id(node)).orElse(-1);
            points[node] = row < 0 || !table.has(row) ? Double.NaN : table.point(row);
        }
        return points;
    }

    private void fill(int m, double[] points) {
        PanelColumn actual = view.panel().column(kpi.id());
        for (int node = 0; node < view.size(); node++) {
            double now = actual.orNaN(node, m);
            double before = actual.orNaN(node, m - 1);
            if (Double.isNaN(points[node]) || Double.isNaN(now) || Double.isNaN(before)) {
                continue;
            }
            int cell = node * view.months() + m;
            forecast[cell] = points[node];
            shape[cell] = shapeOf(m < 2 ? Double.NaN : actual.orNaN(node, m - 2), before, now);
            if (shape[cell] == Shape.MOVE) {
                error[cell] = growth(node, now, points[node]);
            }
        }
    }

    private Shape shapeOf(double earlier, double before, double now) {
        if (before == 0 && now == 0) {
            return Shape.REST;
        }
        if (kpi.kind().isSigned()) {
            return Shape.MOVE;
        }
        if (now == 0) {
            return Shape.STOP;
        }
        return before == 0 ? Shape.START : earlier == 0 ? Shape.NONE : Shape.MOVE;
    }

    private double[] units(PanelColumn actual) {
        int months = view.months();
        double[] own = new double[view.size()];
        double[] sizes = new double[view.size() * months];
        int n = 0;
        for (int node = 0; node < own.length; node++) {
            double sum = 0;
            int count = 0;
            for (int m = 0; m < view.review(); m++) {
                double size = Math.abs(actual.orNaN(node, m));
                if (size > 0) {
                    sizes[n++] = size;
                    sum += size;
                    count++;
                }
            }
            own[node] = count == 0 ? 0 : sum / count;
        }
        double common = n == 0 ? 1 : quantile(Arrays.copyOf(sizes, n), UNIT_QUANTILE);
        for (int node = 0; node < own.length; node++) {
            own[node] = kpi.kind().isSigned() ? Math.max(common, own[node]) : common;
        }
        return own;
    }

    static double quantile(double[] values, double share) {
        Arrays.sort(values);
        return values[(int) (share * (values.length - 1))];
    }

    /** Growth error that a node would have had with other amounts. */
    double growth(int node, double actual, double forecast) {
        return GrowthScale.to(actual, unit[node]) - GrowthScale.to(forecast, unit[node]);
    }

    /** Actual − forecast in money; 0 where there is nothing to compare. */
    double residual(int node, int month) {
        Shape what = shape(node, month);
        return what == Shape.NONE ? 0 : actual(node, month) - forecast(node, month);
    }

    double actual(int node, int month) {
        return view.panel().column(kpi.id()).value(node, month);
    }

    /** The forecast of a month made a month before, where there is one. */
    double forecast(int node, int month) {
        return forecast[node * view.months() + month];
    }

    double unit(int node) {
        return unit[node];
    }

    LevelView view() {
        return view;
    }

    Kpi kpi() {
        return kpi;
    }

    Shape shape(int node, int month) {
        return shape[node * view.months() + month];
    }

    /** NaN unless the cell is a {@link Shape#MOVE}. */
    double error(int node, int month) {
        return error[node * view.months() + month];
    }

    /** The forecast of {@code month} made a month before. */
    ForecastTable made(int month) {
        return made[month];
    }

    /** First month with forecasts to judge. */
    int firstMonth() {
        return first;
    }
}
