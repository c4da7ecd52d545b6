package io.segmentradar.core.forecast;

/**
 * Everything the forecast stage leaves behind. Close it when attribution is done: the explainer may own native models.
 *
 * @param published forecasts made at the panel's last month by models that have seen all of it
 * @param past forecasts of earlier origins, each made from what was known then: what alerts are judged against
 * @param accuracy back-test of exactly what is published
 */
public record ForecastOutcome(
        ForecastSet published, ForecastSet past, AccuracyReport accuracy, ForecastExplainer explainer)
        implements AutoCloseable {
    @Override
    public void close() {
        explainer.close();
    }
}
