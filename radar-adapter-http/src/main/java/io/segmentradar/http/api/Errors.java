package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.segmentradar.core.RadarException;
import io.segmentradar.http.wire.Wire;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one table from what goes wrong to what a client sees. */
public final class Errors {
    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    private Errors() {}

    public static void register(RoutesConfig routes) {
        routes.exception(Problem.class, (problem, ctx) -> send(ctx, problem));
        routes.exception(HttpResponseException.class, (e, ctx) -> send(ctx, ofStatus(e.getStatus(), ctx)));
        routes.exception(RadarException.class, (e, ctx) -> {
            LOG.error("Request failed: {} {}", ctx.method(), ctx.path(), e);
            send(ctx, new Problem(503, "unavailable", "Not available", e.getMessage()));
        });
        routes.exception(Exception.class, (e, ctx) -> {
            if (TimeLimit.isOver(ctx.req())) {
                // What is left of the request will not be read.
                ctx.header("Connection", "close");
                send(ctx, TimeLimit.over());
                return;
            }
            String incident = UUID.randomUUID().toString();
            LOG.error("Incident {}: {} {}", incident, ctx.method(), ctx.path(), e);
            send(
                    ctx,
                    new Problem(500, "internal", "Internal error", "Something went wrong here; see the log")
                            .with("incident", incident));
        });
        routes.error(404, ctx -> {
            if (ctx.result() == null || !isProblem(ctx)) {
                send(ctx, ofStatus(404, ctx));
            }
        });
    }

    private static boolean isProblem(Context ctx) {
        String type = ctx.res().getContentType();
        return type != null && type.startsWith("application/problem+json");
    }

    private static Problem ofStatus(int status, Context ctx) {
        return switch (status) {
            case 404 -> new Problem(404, "no-such-path", "Not found", "There is nothing at " + ctx.path());
            case 405 -> new Problem(405, "method", "Method not allowed", ctx.method() + " is not possible here");
            case 413 -> new Problem(413, "too-large", "Too large", "The request body is too large");
            case 415 -> new Problem(415, "media-type", "Unsupported media type", "Send JSON");
            default -> new Problem(status, "http", "Request failed", "The request could not be answered");
        };
    }

    static void send(Context ctx, Problem problem) {
        ctx.status(problem.status());
        ctx.removeHeader("ETag");
        ctx.header("Cache-Control", "no-store");
        ctx.result(Wire.bytes(problem.document()));
        ctx.contentType("application/problem+json");
    }
}
