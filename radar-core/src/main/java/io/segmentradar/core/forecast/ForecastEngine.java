package io.segmentradar.core.forecast;

/** Runs the whole forecast stage: back-test, intervals, reconciliation and the published forecast. */
public interface ForecastEngine {
    /**
     * @throws io.segmentradar.core.panel.NotEnoughHistoryException if the panel is too short to learn from
     */
    ForecastOutcome forecast(ForecastTask task);
}
