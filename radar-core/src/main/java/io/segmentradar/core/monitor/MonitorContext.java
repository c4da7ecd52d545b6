package io.segmentradar.core.monitor;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.List;
import java.util.Map;

/**
 * What a monitor looks at.
 *
 * @param past forecasts of earlier origins, each from what was known then
 * @param labels names of the panel's columns, as far as the spec has them
 * @param covariates monthly series from outside: named, but not judged
 */
public record MonitorContext(
        SegmentPanel panel,
        KpiCatalog kpis,
        Map<String, Label> labels,
        List<MonthlySeries> covariates,
        ForecastSet past,
        List<Alert> alerts,
        MonitorHistory history,
        MonitorPolicy policy) {
    public MonitorContext {
        labels = Map.copyOf(labels);
        covariates = List.copyOf(covariates);
        alerts = List.copyOf(alerts);
    }
}
