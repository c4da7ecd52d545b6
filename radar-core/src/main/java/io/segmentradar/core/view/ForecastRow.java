package io.segmentradar.core.view;

import io.segmentradar.core.forecast.Forecast;
import java.util.OptionalDouble;

/**
 * A forecast beside what is known about its past and its outcome.
 *
 * @param lastValue actual value at the origin
 * @param actual actual value of the target month, empty while that lies ahead
 * @param probabilityOfRise chance that the target month exceeds the origin, in (0, 1)
 */
public record ForecastRow(
        Forecast forecast, OptionalDouble lastValue, OptionalDouble actual, OptionalDouble probabilityOfRise) {}
