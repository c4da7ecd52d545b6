package io.segmentradar.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import io.segmentradar.http.access.AccessControl;
import io.segmentradar.http.api.ApiDocument;
import io.segmentradar.http.api.Errors;
import io.segmentradar.http.api.Gate;
import io.segmentradar.http.api.Metrics;
import io.segmentradar.http.api.RadarApi;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.http.api.TimeLimit;
import io.segmentradar.http.dashboard.Dashboard;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.http.UriCompliance;

/** The REST API and the dashboard over HTTP; closing stops it after running requests have ended. */
public final class RadarHttpServer implements AutoCloseable {
    private final Javalin javalin;
    private final RadarApi api;
    private final Metrics metrics = new Metrics();
    private final TimeLimit timeLimit;

    private RadarHttpServer(HttpSettings settings, RadarServices services) {
        Gate gate = new Gate(settings.auth().map(file -> AccessControl.of(file, services.clock())));
        this.api = new RadarApi(services);
        this.timeLimit = new TimeLimit(settings.requestTimeout());
        this.javalin = Javalin.create(config -> configure(config, settings, gate));
    }

    /**
     * Returns when the newest run can be served; who asks earlier is told that there is none yet.
     *
     * @throws ListenException if the address or port cannot be had
     * @throws io.segmentradar.http.access.AccessException if the file for access control cannot be used
     */
    public static RadarHttpServer start(HttpSettings settings, RadarServices services) {
        RadarHttpServer server = new RadarHttpServer(settings, services);
        // Reading the run and starting the web server each keep one core busy.
        CompletableFuture<Void> loaded =
                CompletableFuture.runAsync(server.api::refresh, task -> new Thread(task, "first-run").start());
        try {
            server.javalin.start(settings.host(), settings.port());
            loaded.join();
            return server;
        } catch (JavalinException e) {
            server.close();
            throw ListenException.of(settings, e);
        } catch (CompletionException e) {
            server.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void configure(JavalinConfig config, HttpSettings settings, Gate gate) {
        config.startup.showJavalinBanner = false;
        config.router.ignoreTrailingSlashes = true;
        config.http.maxRequestSize = settings.maxRequestBytes();
        config.http.prefer405over404 = true;
        // Answers are compressed once when they are made, not on every request.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        // A segment key may hold a slash; it arrives as %2F and is data, never a path.
        config.jetty.modifyHttpConfiguration(http -> {
            http.setUriCompliance(UriCompliance.UNSAFE);
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(settings.maxHeaderBytes());
            http.setIdleTimeout(settings.idleTimeout().toMillis());
        });
        config.jetty.modifyServletContextHandler(handler -> {
            handler.getServletHandler().setDecodeAmbiguousURIs(true);
            handler.addFilter(new FilterHolder(timeLimit), "/*", EnumSet.of(DispatcherType.REQUEST));
        });
        Errors.register(config.routes);
        gate.register(config.routes);
        api.register(config.routes);
        ApiDocument.register(config.routes);
        metrics.register(config, api);
        Dashboard.register(config.routes);
    }

    /** The port in use, also when any free one was asked for. */
    public int port() {
        return javalin.port();
    }

    /** Loads the newest run; requests are answered meanwhile. */
    public boolean refresh() {
        return api.refresh();
    }

    /** Every route as method and path template. */
    List<Map.Entry<String, String>> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(route -> Map.entry(route.endpoint.method.name(), route.endpoint.path))
                .toList();
    }

    @Override
    public void close() {
        javalin.stop();
        metrics.close();
        timeLimit.close();
    }
}
