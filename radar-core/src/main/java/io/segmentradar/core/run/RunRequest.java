package io.segmentradar.core.run;

import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.trained.ModelStore;
import io.segmentradar.core.monitor.MonitorHistory;
import io.segmentradar.core.panel.MonthlySeries;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What one run is asked to do.
 *
 * @param asOf month under review; the input's last month if absent; later rows are left out of sight
 * @param covariates monthly series from outside the bank
 * @param pastActions what earlier runs recommended and what became of it
 * @param controlShare share of the planned segments held out to measure effects, in [0, 1)
 * @param maxRejectRate largest share of bad rows, 0..1, with which a run still publishes
 * @param clock stamps the manifest; nothing else depends on it
 * @param forecast how forecasts are made; with {@code trained} models nothing is trained
 * @param modelStore where newly trained models are kept, if anywhere
 * @param history what earlier runs tell the monitor
 */
public record RunRequest(
        RadarSpec spec,
        Optional<YearMonth> asOf,
        List<MonthlySeries> covariates,
        List<TakenAction> pastActions,
        double controlShare,
        double maxRejectRate,
        long seed,
        int threads,
        RunManifest.Versions versions,
        InstantSource clock,
        ForecastOptions forecast,
        Optional<ModelStore> modelStore,
        MonitorHistory history) {
    public RunRequest {
        covariates = List.copyOf(covariates);
        pastActions = List.copyOf(pastActions);
        if (!(maxRejectRate >= 0 && maxRejectRate <= 1)) {
            throw new IllegalArgumentException("The largest reject rate is a share from 0 to 1, got " + maxRejectRate);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed, got " + threads);
        }
    }

    /** A request that trains, measures as usual and keeps no models. */
    public RunRequest(
            RadarSpec spec,
            Optional<YearMonth> asOf,
            List<MonthlySeries> covariates,
            List<TakenAction> pastActions,
            double controlShare,
            double maxRejectRate,
            long seed,
            int threads,
            RunManifest.Versions versions,
            InstantSource clock) {
        this(
                spec,
                asOf,
                covariates,
                pastActions,
                controlShare,
                maxRejectRate,
                seed,
                threads,
                versions,
                clock,
                ForecastOptions.STANDARD,
                Optional.empty(),
                MonitorHistory.NONE);
    }

    /** The same request with other ways to forecast. */
    public RunRequest with(ForecastOptions options) {
        return with(options, modelStore, history);
    }

    /** The same request, keeping the models it trains. */
    public RunRequest keepingModelsIn(ModelStore store) {
        return with(forecast.keepingModels(), Optional.of(store), history);
    }

    /** The same request, with what earlier runs tell. */
    public RunRequest knowing(MonitorHistory earlier) {
        return with(forecast, modelStore, earlier);
    }

    private RunRequest with(ForecastOptions options, Optional<ModelStore> store, MonitorHistory earlier) {
        return new RunRequest(
                spec,
                asOf,
                covariates,
                pastActions,
                controlShare,
                maxRejectRate,
                seed,
                threads,
                versions,
                clock,
                options,
                store,
                earlier);
    }
}
