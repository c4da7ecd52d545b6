package io.segmentradar.models.backtest;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parts of a panel on which a back-test can be made comparable with published ones. */
public final class PanelSelection {
    private PanelSelection() {}

    /**
     * Customers, absences and KPIs of the last {@code months} months; segments without any value then are left out.
     *
     * @param months at least 1; more than there are means all
     * @param completeOnly keep a segment's KPI only if it is positive in every one of these months
     */
    public static SegmentPanel of(SegmentPanel panel, KpiCatalog kpis, int months, boolean completeOnly) {
        int count = Math.min(months, panel.months().count());
        int skipped = panel.months().count() - count;
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put(SegmentPanel.CUSTOMER_COUNT, new double[panel.segments() * count]);
        for (Kpi kpi : kpis.kpis()) {
            all.put(kpi.id(), new double[panel.segments() * count]);
        }
        Set<String> measured = Set.copyOf(kpis.ids());
        Absences.columns(kpis).stream()
                .filter(panel::has)
                .forEach(name -> all.put(name, new double[panel.segments() * count]));
        boolean[] used = new boolean[panel.segments()];
        for (int s = 0; s < panel.segments(); s++) {
            for (String name : all.keySet()) {
                boolean isKpi = measured.contains(name);
                double[] series = Arrays.copyOfRange(panel.column(name).series(s), skipped, skipped + count);
                if (completeOnly && isKpi && !Arrays.stream(series).allMatch(value -> value > 0)) {
                    Arrays.fill(series, Double.NaN);
                }
                used[s] |= isKpi && Arrays.stream(series).anyMatch(value -> !Double.isNaN(value));
                System.arraycopy(series, 0, all.get(name), s * count, count);
            }
        }
        return packed(panel, all, used, count);
    }

    private static SegmentPanel packed(SegmentPanel panel, Map<String, double[]> all, boolean[] used, int count) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < used.length; s++) {
            if (used[s]) {
                keys.add(panel.index().key(s));
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        all.forEach((name, values) -> {
            double[] packed = new double[keys.size() * count];
            int to = 0;
            for (int s = 0; s < used.length; s++) {
                if (used[s]) {
                    System.arraycopy(values, s * count, packed, to, count);
                    to += count;
                }
            }
            columns.put(name, packed);
        });
        Set<String> additive = new LinkedHashSet<>(columns.keySet());
        MonthAxis axis = MonthAxis.between(
                panel.months().last().minusMonths(count - 1L), panel.months().last());
        return SegmentPanel.of(new SegmentIndex(keys), axis, columns, additive);
    }
}
