package io.segmentradar.models.alike;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What each aspect but the key looks at, segment by segment, not yet scaled. NaN is unknown. */
final class Features {
    private static final int LONG_WINDOW = 24;
    private static final int YEAR = 12;
    private static final int QUARTER = 3;
    private static final int YEAR_ON_YEAR = 15;
    private static final int LEAST_CHANGES = 6;

    private final SegmentPanel panel;
    private final int now;
    private final List<KpiPaths> paths;
    private final double[] calm;

    Features(SegmentPanel panel, List<String> kpis) {
        this.panel = panel;
        this.now = panel.months().count();
        this.paths = kpis.stream().map(kpi -> new KpiPaths(panel, kpi)).toList();
        this.calm = paths.stream().mapToDouble(this::usualDeviation).toArray();
    }

    /** Rows of one aspect, as many features each; a segment that is too young for the aspect has no row. */
    List<double[]> of(Aspect aspect) {
        List<double[]> rows = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            boolean alive = panel.isBorn(s) && panel.lastMonth(s) == now - 1;
            int age = alive ? now - panel.firstMonth(s) : 0;
            rows.add(alive && age >= leastAge(aspect) ? row(aspect, s) : null);
        }
        return rows;
    }

    private int leastAge(Aspect aspect) {
        return switch (aspect) {
            case SHAPE -> window();
            case SEASONALITY -> LONG_WINDOW;
            case GROWTH -> now >= YEAR_ON_YEAR ? YEAR_ON_YEAR : 2 * QUARTER;
            case VOLATILITY -> LEAST_CHANGES + 1;
            case MIX, SIZE, KEY -> 1;
        };
    }

    private int window() {
        return now >= LONG_WINDOW ? LONG_WINDOW : YEAR;
    }

    private double[] row(Aspect aspect, int s) {
        return switch (aspect) {
            case SHAPE -> shape(s);
            case GROWTH -> growth(s);
            case SEASONALITY -> seasonality(s);
            case VOLATILITY -> volatility(s);
            case MIX -> mix(s);
            case SIZE -> size(s);
            case KEY -> throw new IllegalArgumentException("Keys are compared as they are");
        };
    }

    /** Quarter means about the mean of the window, in deviations; a calm series is not blown up to a lively one. */
    private double[] shape(int s) {
        int bins = window() / QUARTER;
        double[] row = new double[paths.size() * bins];
        for (int k = 0; k < paths.size(); k++) {
            KpiPaths path = paths.get(k);
            double mean = path.mean(s, now - window(), now);
            double deviation = Math.max(path.deviation(s, now - window(), now), calm[k]);
            for (int b = 0; b < bins; b++) {
                int from = now - window() + b * QUARTER;
                row[k * bins + b] = deviation > 0 ? (path.mean(s, from, from + QUARTER) - mean) / deviation : 0;
            }
        }
        return row;
    }

    /** Half the median deviation over the segments. */
    private double usualDeviation(KpiPaths path) {
        double[] deviations = new double[panel.segments()];
        int n = 0;
        for (int s = 0; s < panel.segments(); s++) {
            double deviation = path.deviation(s, Math.max(0, now - window()), now);
            if (deviation > 0) {
                deviations[n++] = deviation;
            }
        }
        Arrays.sort(deviations, 0, n);
        return n == 0 ? 0 : deviations[n / 2] / 2;
    }

    private double[] growth(int s) {
        boolean overYear = now >= YEAR_ON_YEAR;
        double[] row = new double[paths.size() * (overYear ? 2 : 1)];
        int i = 0;
        for (KpiPaths path : paths) {
            double latest = path.mean(s, now - QUARTER, now);
            row[i++] = latest - path.mean(s, now - 2 * QUARTER, now - QUARTER);
            if (overYear) {
                row[i++] = latest - path.mean(s, now - YEAR - QUARTER, now - YEAR);
            }
        }
        return row;
    }

    /** Quarters of the year against the straight line through two years. */
    private double[] seasonality(int s) {
        int quarters = YEAR / QUARTER;
        double[] row = new double[paths.size() * quarters];
        int from = now - LONG_WINDOW;
        for (int k = 0; k < paths.size(); k++) {
            KpiPaths path = paths.get(k);
            double mean = path.mean(s, from, now);
            double slope = (path.mean(s, now - YEAR, now) - path.mean(s, from, now - YEAR)) / YEAR;
            for (int q = 0; q < quarters; q++) {
                double sum = 0;
                for (int start = from + q * QUARTER; start < now; start += YEAR) {
                    double middle = start + (QUARTER - 1) / 2.0 - (from + (LONG_WINDOW - 1) / 2.0);
                    sum += path.mean(s, start, start + QUARTER) - mean - slope * middle;
                }
                int quarterOfYear = (panel.months().at(from + q * QUARTER).getMonthValue() - 1) / QUARTER;
                row[k * quarters + quarterOfYear] = sum / (LONG_WINDOW / YEAR);
            }
        }
        return row;
    }

    private double[] volatility(int s) {
        double[] row = new double[paths.size() * 2];
        int from = Math.max(panel.firstMonth(s) + 1, now - YEAR);
        for (int k = 0; k < paths.size(); k++) {
            double squares = 0;
            int changes = 0;
            int zeros = 0;
            for (int m = from; m < now; m++) {
                double value = paths.get(k).at(s, m);
                double change = value - paths.get(k).at(s, m - 1);
                if (!Double.isNaN(change)) {
                    squares += change * change;
                    changes++;
                }
                zeros += value == 0 ? 1 : 0;
            }
            row[2 * k] = changes == 0 ? Double.NaN : Math.log(Math.sqrt(squares / changes) + 0.01);
            row[2 * k + 1] = (double) zeros / (now - from);
        }
        return row;
    }

    /** Amounts per customer of the last quarter, each against the mean over the KPIs. */
    private double[] mix(int s) {
        double[] row = perCustomer(s);
        double mean = Arrays.stream(row).filter(v -> !Double.isNaN(v)).average().orElse(0);
        for (int k = 0; k < row.length; k++) {
            row[k] -= mean;
        }
        return row;
    }

    private double[] size(int s) {
        double customers = customers(s);
        double amounts = Arrays.stream(perCustomer(s))
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(0);
        return new double[] {Math.log(customers), amounts};
    }

    private double[] perCustomer(int s) {
        double customers = customers(s);
        double[] row = new double[paths.size()];
        for (int k = 0; k < row.length; k++) {
            row[k] = paths.get(k).log(paths.get(k).amount(s, from(s), now) / customers);
        }
        return row;
    }

    private int from(int s) {
        return Math.max(panel.firstMonth(s), now - QUARTER);
    }

    private double customers(int s) {
        double sum = 0;
        for (int m = from(s); m < now; m++) {
            sum += panel.column(SegmentPanel.CUSTOMER_COUNT).orNaN(s, m);
        }
        return Math.max(1, sum / (now - from(s)));
    }
}
