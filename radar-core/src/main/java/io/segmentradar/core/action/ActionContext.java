package io.segmentradar.core.action;

import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;

/**
 * What an action recommender may look at; the month is the panel's last.
 *
 * @param covariates figures from outside the bank, among them perhaps {@code usdkrw}
 * @param history actions of earlier runs
 * @param seed of the lot that draws the control group
 * @param controlShare share of the planned segments held out as control group, in [0, 1)
 * @param calendar name of the business calendar, such as {@code korea}; {@code none} for no holidays
 * @param fx exposed segments with their scores
 */
public record ActionContext(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        MoneyUnit unit,
        ForecastSet published,
        List<Alert> alerts,
        ActionPolicy policy,
        List<MonthlySeries> covariates,
        List<PastAction> history,
        long seed,
        double controlShare,
        String calendar,
        FxReport fx) {
    public ActionContext {
        alerts = List.copyOf(alerts);
        covariates = List.copyOf(covariates);
        history = List.copyOf(history);
        if (!(controlShare >= 0 && controlShare < 1)) {
            throw new IllegalArgumentException("controlShare must be in [0, 1), got " + controlShare);
        }
    }

    /** Without figures from outside, history and control group. */
    public ActionContext(
            SegmentPanel panel,
            SegmentHierarchy hierarchy,
            KpiCatalog kpis,
            MoneyUnit unit,
            ForecastSet published,
            List<Alert> alerts,
            ActionPolicy policy) {
        this(
                panel,
                hierarchy,
                kpis,
                unit,
                published,
                alerts,
                policy,
                List.of(),
                List.of(),
                0,
                0,
                "none",
                FxReport.NONE);
    }
}
