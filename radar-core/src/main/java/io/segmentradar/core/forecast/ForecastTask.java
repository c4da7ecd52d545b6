package io.segmentradar.core.forecast;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;

/**
 * What a forecast engine is asked for: forecasts of every KPI, level and horizon at the panel's last month, and the
 * rolling-origin record of the months before.
 *
 * @param calendar name of the business calendar, such as {@code korea}; {@code none} for no holidays
 * @param covariates series from outside, usable only once published
 * @param threads worker threads, at least 1; results depend on the seed, never on this number
 */
public record ForecastTask(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        String calendar,
        List<MonthlySeries> covariates,
        long seed,
        int threads) {
    public ForecastTask {
        covariates = List.copyOf(covariates);
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, got " + threads);
        }
    }
}
