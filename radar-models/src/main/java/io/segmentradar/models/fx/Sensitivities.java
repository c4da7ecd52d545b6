package io.segmentradar.models.fx;

import io.segmentradar.core.fx.FxSensitivity;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Monthly log growth of one KPI on the log change of the rate in the same month, over all exposed segments at once. */
final class Sensitivities {
    private static final double CLIP = 4;
    private static final double MAD_TO_DEVIATION = 1.4826;

    private final String kpi;
    private final Exposures exposures;
    private final int[] rows;
    private final SharedSlopes slopes;

    /**
     * @param rows panel rows of the exposed segments; their industry is the first part of the key
     */
    Sensitivities(SegmentPanel panel, Exposures exposures, String kpi, int[] rows, RateSeries rate) {
        this.kpi = kpi;
        this.exposures = exposures;
        this.rows = rows;
        int months = panel.months().count();
        double[] x = new double[months];
        for (int m = 0; m < months; m++) {
            x[m] = rate.change(panel.months().at(m));
        }
        PanelColumn column = panel.column(kpi);
        double[][] y = new double[rows.length][];
        int[] industry = new int[rows.length];
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < rows.length; i++) {
            y[i] = growth(column.series(rows[i]));
            industry[i] = known.computeIfAbsent(panel.index().key(rows[i]).value(0), name -> known.size());
        }
        this.slopes = new SharedSlopes(x, y, industry);
    }

    /** The sensitivity of the i-th of the rows; empty where it has too few months with business. */
    Optional<FxSensitivity> of(int i) {
        double level = exposures.mean(kpi, rows[i], 3);
        if (!slopes.has(i) || Double.isNaN(level)) {
            return Optional.empty();
        }
        double slope = slopes.slope(i);
        double half = slopes.halfWidth(i);
        return Optional.of(new FxSensitivity(
                kpi, slope, slope - half, slope + half, slope / slopes.deviation(i), slopes.months(i), level));
    }

    /** Log changes between months with business, clipped so that a customer gained or lost does not decide. */
    private static double[] growth(double[] values) {
        double[] growth = new double[values.length];
        Arrays.fill(growth, Double.NaN);
        for (int m = 1; m < values.length; m++) {
            if (values[m] > 0 && values[m - 1] > 0) {
                growth[m] = Math.log(values[m] / values[m - 1]);
            }
        }
        double middle = median(growth);
        double spread = MAD_TO_DEVIATION
                * median(Arrays.stream(growth).map(g -> Math.abs(g - middle)).toArray());
        for (int m = 0; m < growth.length; m++) {
            if (!Double.isNaN(growth[m]) && spread > 0) {
                growth[m] = Math.max(middle - CLIP * spread, Math.min(middle + CLIP * spread, growth[m]));
            }
        }
        return growth;
    }

    private static double median(double[] values) {
        double[] known =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return known.length == 0 ? Double.NaN : known[known.length / 2];
    }
}
