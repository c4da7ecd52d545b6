package io.segmentradar.models.alert.quality;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The KPIs of a panel, to be changed: the same bank in another world. */
final class AlteredPanel {
    private final SegmentPanel original;
    private final int months;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    /**
     * @param months how many months of the original are taken
     */
    AlteredPanel(SegmentPanel original, KpiCatalog kpis, int months) {
        this.original = original;
        this.months = months;
        copy(SegmentPanel.CUSTOMER_COUNT);
        for (Kpi kpi : kpis.kpis()) {
            copy(kpi.id());
        }
    }

    private void copy(String name) {
        double[] values = new double[original.segments() * months];
        for (int s = 0; s < original.segments(); s++) {
            System.arraycopy(original.column(name).series(s), 0, values, s * months, months);
        }
        columns.put(name, values);
    }

    double get(String kpi, int segment, int month) {
        return columns.get(kpi)[segment * months + month];
    }

    void set(String kpi, int segment, int month, double value) {
        columns.get(kpi)[segment * months + month] = value;
    }

    SegmentPanel panel() {
        return SegmentPanel.of(
                original.index(), new MonthAxis(original.months().first(), months), columns, columns.keySet());
    }
}
