package io.segmentradar.core.forecast;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;

/**
 * What was expected of one segment or aggregate.
 *
 * @param level id of the hierarchy level of {@code segment}
 * @param origin last month known when the forecast was made
 * @param point the published value: median of the predictive distribution before reconciliation
 * @param model name of the model that made it
 */
public record Forecast(
        String level,
        SegmentId segment,
        String kpi,
        YearMonth origin,
        Horizon horizon,
        double point,
        PredictionInterval interval80,
        PredictionInterval interval90,
        String model) {
    public YearMonth targetMonth() {
        return origin.plusMonths(horizon.months());
    }
}
