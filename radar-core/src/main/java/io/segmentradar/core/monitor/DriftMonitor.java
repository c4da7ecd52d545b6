package io.segmentradar.core.monitor;

/** Watches input, forecasts and alerts for change. A bank brings its own by {@code META-INF/services}. */
public interface DriftMonitor {
    MonitorReport watch(MonitorContext context);
}
