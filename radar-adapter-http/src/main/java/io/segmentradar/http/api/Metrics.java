package io.segmentradar.http.api;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.http.access.Role.Permission;
import java.time.Duration;
import java.util.Locale;

/** {@code GET /metrics}: requests by endpoint and status, the served run, the JVM; Prometheus text. */
public final class Metrics implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public void register(JavalinConfig config, RadarApi api) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
        Gauge.builder("radar.runs", api, served -> served.runCount())
                .description("Stored runs")
                .register(registry);
        Gauge.builder("radar.ready", api, served -> served.newestRunId().isPresent() ? 1 : 0)
                .description("1 if a run is being served")
                .register(registry);
        for (MonitorArea area : MonitorArea.values()) {
            for (DriftStatus status : DriftStatus.values()) {
                Gauge.builder("radar.monitor.checks", api, served -> served.checks(area, status))
                        .description("Checks of the served run by area and verdict")
                        .tag("area", area.name().toLowerCase(Locale.ROOT))
                        .tag("status", status.name().toLowerCase(Locale.ROOT))
                        .register(registry);
            }
        }
        Gauge.builder("radar.monitor.retrain", api, RadarApi::triggers)
                .description("Reasons to train new models that the served run gives")
                .register(registry);
        config.requestLogger.http((ctx, milliseconds) -> record(ctx, milliseconds));
        config.routes.get("/metrics", this::scrape);
    }

    private void record(Context ctx, float milliseconds) {
        Endpoint endpoint = ctx.endpoints().matchedHttpEndpoint();
        // The template, never the path itself: an attacker must not make new series.
        Timer.builder("http.server.requests")
                .tag("endpoint", endpoint == null ? "none" : endpoint.path)
                .tag("method", ctx.method().name())
                .tag("status", String.valueOf(ctx.statusCode()))
                .register(registry)
                .record(Duration.ofNanos((long) (milliseconds * 1e6)));
    }

    private void scrape(Context ctx) {
        if (!RadarApi.reader(ctx).role().may(Permission.OPERATE)) {
            throw new Problem(403, "forbidden", "Forbidden", "Metrics are for operators");
        }
        ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
