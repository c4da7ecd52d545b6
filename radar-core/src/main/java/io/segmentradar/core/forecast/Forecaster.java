package io.segmentradar.core.forecast;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;

/**
 * A recipe for forecasts, of one model family. A bank adds its own by implementing this port and naming it in
 * {@code META-INF/services}, or by giving it to {@code SegmentRadar.builder()}. It takes part in the combination with the
 * weight that its forecasts of earlier origins earn, and appears under its name in the back-test. Fitted anew in every
 * run, also where trained models are used again; called from several threads.
 */
public interface Forecaster {
    /** Stable name in files and API, such as {@code seasonal_naive}. */
    String name();

    /**
     * Learns from {@code history}; sees nothing beyond its last month.
     *
     * @param history segments, or nodes of any level
     */
    FittedForecaster fit(SegmentPanel history, Kpi kpi, Horizon horizon);
}
