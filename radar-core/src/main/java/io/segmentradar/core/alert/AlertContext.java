package io.segmentradar.core.alert;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;
import java.util.Map;

/**
 * What an alert rule may look at; the month under review is the panel's last.
 *
 * @param past forecasts of earlier origins, among them the one made a month ago
 * @param published forecasts made at the month under review
 * @param columnLabels amount column to its name for users; a column that is not there is called as in the input
 * @param calendar name of the business calendar, such as {@code korea}; {@code none} for no holidays
 */
public record AlertContext(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        ForecastSet past,
        ForecastSet published,
        AlertPolicy policy,
        Map<String, Label> columnLabels,
        String calendar) {
    public AlertContext {
        columnLabels = Map.copyOf(columnLabels);
    }

    public AlertContext(
            SegmentPanel panel,
            SegmentHierarchy hierarchy,
            KpiCatalog kpis,
            ForecastSet past,
            ForecastSet published,
            AlertPolicy policy) {
        this(panel, hierarchy, kpis, past, published, policy, Map.of(), "none");
    }

    /** The same bank as it was known {@code months} months before; forecasts made since are not looked at. */
    public AlertContext monthsAgo(int months) {
        return new AlertContext(
                panel.upTo(panel.months().last().minusMonths(months)),
                hierarchy,
                kpis,
                past,
                months == 0 ? published : new ForecastSet(List.of()),
                policy,
                columnLabels,
                calendar);
    }

    public Label columnLabel(String column) {
        return columnLabels.getOrDefault(column, new Label(column, column));
    }
}
