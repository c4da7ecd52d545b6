package io.segmentradar.core.forecast;

/** Runs the whole forecast stage: back-test, intervals, reconciliation and the published forecast. */
public interface ForecastEngine {
    /**
     * Trains and forecasts or, with {@link ForecastOptions#trained}, forecasts with models trained before.
     *
     * @throws io.segmentradar.core.forecast.trained.ModelsRefusedException if the given models do not fit the task
     * @throws io.segmentradar.core.panel.NotEnoughHistoryException if the panel is too short to learn from
     */
    ForecastOutcome forecast(ForecastTask task);
}
