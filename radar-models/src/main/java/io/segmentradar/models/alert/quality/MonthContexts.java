package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** The bank as it was known at the end of a month, with the forecasts made until then. */
@FunctionalInterface
public interface MonthContexts {
    AlertContext at(YearMonth month);

    /** Contexts with quick forecasts, learned before each month; see {@link InjectionTrial}. */
    static MonthContexts quick(
            SegmentPanel panel,
            SegmentHierarchy hierarchy,
            KpiCatalog kpis,
            AlertPolicy policy,
            String calendar,
            int origins) {
        int first = Math.max(6, panel.months().count() - 2 * origins);
        QuickPast quick = new QuickPast(panel, hierarchy, kpis, first);
        return month -> {
            SegmentPanel known = panel.upTo(month);
            ForecastSet past = quick.of(known, origins);
            return new AlertContext(
                    known, hierarchy, kpis, past, new ForecastSet(List.of()), policy, Map.of(), calendar);
        };
    }
}
