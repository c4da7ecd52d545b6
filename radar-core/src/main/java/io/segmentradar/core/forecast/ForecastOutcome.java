package io.segmentradar.core.forecast;

import io.segmentradar.core.forecast.trained.ModelArchive;
import java.util.Optional;

/**
 * Everything the forecast stage leaves behind. Close it when attribution is done: the explainer may own native models.
 *
 * @param published forecasts made at the panel's last month by models that have seen all of it
 * @param past forecasts of earlier origins, each made from what was known then: what alerts are judged against
 * @param accuracy back-test of exactly what is published
 * @param models what was trained, if it was to be kept
 */
public record ForecastOutcome(
        ForecastSet published,
        ForecastSet past,
        AccuracyReport accuracy,
        ForecastExplainer explainer,
        Optional<ModelArchive> models)
        implements AutoCloseable {
    public ForecastOutcome(
            ForecastSet published, ForecastSet past, AccuracyReport accuracy, ForecastExplainer explainer) {
        this(published, past, accuracy, explainer, Optional.empty());
    }

    @Override
    public void close() {
        explainer.close();
    }
}
