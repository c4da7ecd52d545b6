package io.segmentradar.core.forecast;

import io.segmentradar.core.panel.SegmentPanel;

/** A forecaster that has learned and can be applied at any later origin. May own native memory until closed. */
public interface FittedForecaster extends AutoCloseable {
    /**
     * Point forecasts in the money unit for the month {@code horizon} months after the last month of {@code history}.
     *
     * @return one value a segment; NaN where this model has nothing to say (the caller falls back or leaves it missing)
     */
    double[] forecast(SegmentPanel history);

    @Override
    default void close() {
        // Most models own nothing outside the heap.
    }
}
