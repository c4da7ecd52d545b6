package io.segmentradar.core.view;

import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.PredictionInterval;
import java.time.YearMonth;
import java.util.Optional;

/** Forecast of a total, with intervals where the total is a forecast node of its own. */
public record TotalForecast(
        YearMonth targetMonth,
        double point,
        Optional<PredictionInterval> interval80,
        Optional<PredictionInterval> interval90) {
    static TotalForecast of(Forecast forecast) {
        return new TotalForecast(
                forecast.targetMonth(),
                forecast.point(),
                Optional.of(forecast.interval80()),
                Optional.of(forecast.interval90()));
    }
}
