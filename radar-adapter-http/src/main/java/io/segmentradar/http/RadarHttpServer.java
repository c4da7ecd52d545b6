package io.segmentradar.http;

import io.javalin.Javalin;

/** The REST API over HTTP. Starts at once; closing stops it after running requests have ended. */
public final class RadarHttpServer implements AutoCloseable {
    private final Javalin javalin;

    private RadarHttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    public static RadarHttpServer start(HttpSettings settings) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.router.ignoreTrailingSlashes = true;
            config.routes.get(
                    "/api/health/", ctx -> ctx.contentType("application/json").result("{\"status\":\"ok\"}"));
        });
        return new RadarHttpServer(javalin.start(settings.host(), settings.port()));
    }

    /** The port in use, also when any free one was asked for. */
    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
