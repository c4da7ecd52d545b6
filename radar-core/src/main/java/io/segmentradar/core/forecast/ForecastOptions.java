package io.segmentradar.core.forecast;

import io.segmentradar.core.forecast.trained.ModelArchive;
import java.util.List;
import java.util.Optional;

/**
 * How a forecast is made, apart from its inputs.
 *
 * @param keepModels whether {@link ForecastOutcome#models} shall hold the trained models
 * @param trained models to forecast with; nothing is trained then
 * @param allCovariates use every series offered, whether it earned a place or not
 * @param forecasters further methods that take part in the combination
 * @param withPast whether the forecasts of earlier origins and their accuracy are wanted beside the newest forecasts
 */
public record ForecastOptions(
        BacktestPlan backtest,
        boolean keepModels,
        Optional<ModelArchive> trained,
        boolean allCovariates,
        List<Forecaster> forecasters,
        boolean withPast) {
    /** Trains, measures as usual and keeps no models. */
    public static final ForecastOptions STANDARD =
            new ForecastOptions(BacktestPlan.STANDARD, false, Optional.empty(), false, List.of(), true);

    public ForecastOptions {
        forecasters = List.copyOf(forecasters);
    }

    public ForecastOptions withBacktest(BacktestPlan other) {
        return new ForecastOptions(other, keepModels, trained, allCovariates, forecasters, withPast);
    }

    public ForecastOptions keepingModels() {
        return new ForecastOptions(backtest, true, trained, allCovariates, forecasters, withPast);
    }

    /** Forecasts with these models instead of training. */
    public ForecastOptions reusing(ModelArchive archive) {
        return new ForecastOptions(backtest, keepModels, Optional.of(archive), allCovariates, forecasters, withPast);
    }

    public ForecastOptions withAllCovariates() {
        return new ForecastOptions(backtest, keepModels, trained, true, forecasters, withPast);
    }

    public ForecastOptions with(List<Forecaster> more) {
        return new ForecastOptions(backtest, keepModels, trained, allCovariates, more, withPast);
    }

    /** The newest forecasts alone, for a fraction of the memory. */
    public ForecastOptions withoutPast() {
        return new ForecastOptions(backtest, keepModels, trained, allCovariates, forecasters, false);
    }
}
