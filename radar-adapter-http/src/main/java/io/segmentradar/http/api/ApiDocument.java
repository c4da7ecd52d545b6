package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.segmentradar.http.wire.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** {@code GET /api/openapi.json} and, at {@code /api/docs/}, a page to try the API; everything comes out of the jar. */
public final class ApiDocument {
    /** The page's own style attributes need 'unsafe-inline'; scripts do not. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String OWN = "/io/segmentradar/http/";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

    /** File of the page to its resource. */
    private static final Map<String, String> FILES = Map.of(
            "index.html", OWN + "docs/index.html",
            "start.js", OWN + "docs/start.js",
            "swagger-ui.css", WEBJAR + "swagger-ui.css",
            "swagger-ui-bundle.js", WEBJAR + "swagger-ui-bundle.js");

    private ApiDocument() {}

    public static void register(RoutesConfig routes) {
        Payload document = new Payload("application/json", load(OWN + "openapi.json"));
        routes.get("/api/openapi.json", ctx -> RadarApi.respond(ctx, document));
        routes.get("/api/docs/", ctx -> file(ctx, "index.html"));
        routes.get("/api/docs/{file}", ctx -> file(ctx, ctx.pathParam("file")));
    }

    private static void file(Context ctx, String name) {
        String resource = FILES.get(name);
        if (resource == null) {
            throw Problem.notFound("file", name);
        }
        ctx.header("Content-Security-Policy", POLICY);
        String type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
        RadarApi.respond(ctx, new Payload(type + "; charset=utf-8", load(resource)));
    }

    private static byte[] load(String resource) {
        try (InputStream in = ApiDocument.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The jar cannot be read: " + resource, e);
        }
    }
}
