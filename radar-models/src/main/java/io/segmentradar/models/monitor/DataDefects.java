package io.segmentradar.models.monitor;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.panel.SegmentPanel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * Months in which the figures of a KPI jump in a way that no market does: wrong units, shuffled rows, a broken extract.
 * Nothing should be learned from them before somebody has looked.
 */
public final class DataDefects {
    /** Distance of the changes of a month from the usual ones, in logarithms: typical segments off by half and more. */
    private static final double IMPLAUSIBLE = 0.5;

    private static final double SURE = 0.001;

    private DataDefects() {}

    /** A KPI and the month in which it jumps. */
    public record Defect(Kpi kpi, YearMonth month, double distance) {}

    /** Defects in the months after {@code known}, by KPI and month. */
    public static List<Defect> after(YearMonth known, SegmentPanel panel, KpiCatalog kpis, MonitorPolicy policy) {
        List<Defect> defects = new ArrayList<>();
        for (Kpi kpi : kpis.kpis()) {
            for (YearMonth month = known.plusMonths(1); panel.months().contains(month); month = month.plusMonths(1)) {
                double[][] figures = PanelDriftMonitor.byMonth(panel.upTo(month), kpi.id());
                Draft change = new DataDrift(policy, kpi.id(), kpi.label(), figures).change();
                if (change.distance() >= IMPLAUSIBLE && change.pValue() <= SURE) {
                    defects.add(new Defect(kpi, month, change.distance()));
                }
            }
        }
        return defects;
    }
}
