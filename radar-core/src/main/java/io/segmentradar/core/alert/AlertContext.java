package io.segmentradar.core.alert;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;

/**
 * What an alert rule may look at; the month under review is the panel's last.
 *
 * @param past forecasts of earlier origins, among them the one made a month ago
 * @param published forecasts made at the month under review
 */
public record AlertContext(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        ForecastSet past,
        ForecastSet published,
        AlertPolicy policy) {}
