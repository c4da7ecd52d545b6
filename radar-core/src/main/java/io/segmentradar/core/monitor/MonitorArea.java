package io.segmentradar.core.monitor;

/** What is watched: the input, the forecasts or the alerts. */
public enum MonitorArea {
    DATA,
    FORECAST,
    ALERT
}
