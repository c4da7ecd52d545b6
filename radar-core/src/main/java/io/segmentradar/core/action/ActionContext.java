package io.segmentradar.core.action;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;

/** What an action recommender may look at; the month is the panel's last. */
public record ActionContext(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        MoneyUnit unit,
        ForecastSet published,
        List<Alert> alerts,
        ActionPolicy policy) {
    public ActionContext {
        alerts = List.copyOf(alerts);
    }
}
