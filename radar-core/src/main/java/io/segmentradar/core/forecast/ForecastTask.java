package io.segmentradar.core.forecast;

import io.segmentradar.core.forecast.trained.ModelArchive;
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
 * @param reconciler how the levels are made to add up
 * @param threads worker threads, at least 1; results depend on the seed, never on this number
 */
public record ForecastTask(
        SegmentPanel panel,
        SegmentHierarchy hierarchy,
        KpiCatalog kpis,
        String calendar,
        List<MonthlySeries> covariates,
        long seed,
        int threads,
        Reconciler reconciler,
        ForecastOptions options) {
    public ForecastTask {
        covariates = List.copyOf(covariates);
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, got " + threads);
        }
    }

    public ForecastTask(
            SegmentPanel panel,
            SegmentHierarchy hierarchy,
            KpiCatalog kpis,
            String calendar,
            List<MonthlySeries> covariates,
            long seed,
            int threads) {
        this(panel, hierarchy, kpis, calendar, covariates, seed, threads, Reconciler.WLS, ForecastOptions.STANDARD);
    }

    public ForecastTask with(Reconciler other) {
        return new ForecastTask(panel, hierarchy, kpis, calendar, covariates, seed, threads, other, options);
    }

    public ForecastTask with(ForecastOptions other) {
        return new ForecastTask(panel, hierarchy, kpis, calendar, covariates, seed, threads, reconciler, other);
    }

    /**
     * The same question on other inputs, answered by models already trained: what if the exchange rate, or an industry's
     * deposits, had been these? With unchanged inputs the answer is the forecast of the run that trained the models.
     *
     * @param otherPanel same columns and months; values may differ
     * @param otherCovariates the same series with other values; a series that no model uses changes nothing
     */
    public ForecastTask again(ModelArchive models, SegmentPanel otherPanel, List<MonthlySeries> otherCovariates) {
        return new ForecastTask(
                otherPanel,
                hierarchy,
                kpis,
                calendar,
                otherCovariates,
                seed,
                threads,
                reconciler,
                options.reusing(models));
    }
}
