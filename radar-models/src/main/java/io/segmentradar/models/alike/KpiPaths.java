package io.segmentradar.models.alike;

import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Arrays;

/**
 * One KPI of all segments in a space where sums become comparable: sign(x) · ln(1 + |x| / u), u being the 30 % quantile
 * of the amounts that are not 0, so that the money unit does not matter. NaN where missing.
 */
final class KpiPaths {
    private static final double UNIT_QUANTILE = 0.3;

    private final int months;
    private final double unit;
    private final double[] values;

    KpiPaths(SegmentPanel panel, String kpi) {
        months = panel.months().count();
        values = new double[panel.segments() * months];
        PanelColumn column = panel.column(kpi);
        double[] sizes = new double[values.length];
        int known = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = column.orNaN(i / months, i % months);
            if (values[i] < 0 || values[i] > 0) {
                sizes[known++] = Math.abs(values[i]);
            }
        }
        Arrays.sort(sizes, 0, known);
        unit = known == 0 ? 1 : sizes[(int) (UNIT_QUANTILE * (known - 1))];
        for (int i = 0; i < values.length; i++) {
            values[i] = log(values[i]);
        }
    }

    /** The same transform for another amount of this KPI. */
    double log(double amount) {
        return Math.signum(amount) * Math.log1p(Math.abs(amount) / unit);
    }

    /** Mean amount over a stretch, in money; NaN if nothing is known. */
    double amount(int segment, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int m = from; m < to; m++) {
            double value = at(segment, m);
            if (!Double.isNaN(value)) {
                sum += Math.signum(value) * unit * Math.expm1(Math.abs(value));
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    double at(int segment, int month) {
        return values[segment * months + month];
    }

    /** Mean over the months from {@code from} to before {@code to} that are known; NaN if none is. */
    double mean(int segment, int from, int to) {
        double sum = 0;
        int n = 0;
        for (int m = from; m < to; m++) {
            double value = at(segment, m);
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Standard deviation (n) over the known months of a stretch; NaN below two. */
    double deviation(int segment, int from, int to) {
        double mean = mean(segment, from, to);
        double squares = 0;
        int n = 0;
        for (int m = from; m < to; m++) {
            double value = at(segment, m);
            if (!Double.isNaN(value)) {
                squares += (value - mean) * (value - mean);
                n++;
            }
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / n);
    }
}
