package io.segmentradar.models.backtest;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Errors of all segments and KPIs on one footing: each divided by its series' mean absolute monthly change up to the
 * first origin of the back-test.
 *
 * @param published median over all (series, origin) pairs of the published forecasts
 * @param naive the same of the last value
 */
public record ScaledErrors(double published, double naive) {
    /**
     * Medians at one horizon; NaN if there is nothing to compare.
     *
     * @param step months between the origins that count, from the first one on
     */
    public static ScaledErrors median(SegmentPanel panel, ForecastSet past, Horizon horizon, int step) {
        int first = past.tables().stream()
                .mapToInt(table -> panel.months().indexOf(table.origin()))
                .min()
                .orElse(0);
        DoubleStream.Builder own = DoubleStream.builder();
        DoubleStream.Builder naive = DoubleStream.builder();
        for (ForecastTable table : past.tables()) {
            boolean counts = (panel.months().indexOf(table.origin()) - first) % step == 0;
            boolean known = counts && panel.months().contains(table.targetMonth());
            if (table.level().equals(SegmentHierarchy.SEGMENT)
                    && table.horizon().equals(horizon)
                    && known) {
                collect(panel, table, first, own, naive);
            }
        }
        return new ScaledErrors(
                median(own.build().toArray()), median(naive.build().toArray()));
    }

    private static void collect(
            SegmentPanel panel, ForecastTable table, int first, DoubleStream.Builder own, DoubleStream.Builder naive) {
        PanelColumn column = panel.column(table.kpi());
        int origin = panel.months().indexOf(table.origin());
        int target = panel.months().indexOf(table.targetMonth());
        for (int s = 0; s < table.nodes().size(); s++) {
            double scale = scale(column, s, first);
            double actual = column.orNaN(s, target);
            double last = column.orNaN(s, origin);
            if (table.has(s) && scale > 0 && !Double.isNaN(actual) && !Double.isNaN(last)) {
                own.add(Math.abs(actual - table.point(s)) / scale);
                naive.add(Math.abs(actual - last) / scale);
            }
        }
    }

    private static double scale(PanelColumn column, int segment, int first) {
        double sum = 0;
        int n = 0;
        for (int m = 1; m <= first; m++) {
            double change = Math.abs(column.orNaN(segment, m) - column.orNaN(segment, m - 1));
            if (!Double.isNaN(change)) {
                sum += change;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }
}
