package io.segmentradar.http.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The pages: one document at every page's address and its files under {@code /assets}. Everything comes out of the jar,
 * nothing from elsewhere, and no script or style stands in the document itself, so that the browser may refuse both.
 */
public final class Dashboard {
    /** Addresses of the pages; the script shows the page that fits. */
    static final List<String> PAGES = List.of(
            "/",
            "/segments",
            "/segment",
            "/watchlist",
            "/growth",
            "/actions",
            "/accuracy",
            "/fx",
            "/alike",
            "/monitoring",
            "/scenarios",
            "/runs");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            + " img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'self';"
            + " frame-ancestors 'none'";

    /** Names of files: no dots but before the ending, so no way up. */
    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[a-z0-9-]+(?:\\.\\d+){0,2}\\.(js|css|svg|woff2)");

    private static final String DAY = "public, max-age=86400";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();

    private Dashboard() {}

    public static void register(RoutesConfig routes) {
        Dashboard dashboard = new Dashboard();
        for (String page : PAGES) {
            routes.get(page, dashboard::page);
        }
        routes.get("/assets/<name>", dashboard::asset);
    }

    private void page(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY);
        ctx.header("Referrer-Policy", "no-referrer");
        ctx.header("X-Frame-Options", "DENY");
        send(ctx, "index.html", "no-cache");
    }

    private void asset(Context ctx) {
        String name = ctx.pathParam("name");
        if (!NAME.matcher(name).matches()) {
            ctx.status(404).contentType("text/plain").result("No such file");
        } else if (name.startsWith("vendor/")) {
            send(ctx, name, FOREVER);
        } else {
            send(ctx, name, name.startsWith("font/") ? DAY : "no-cache");
        }
    }

    private void send(Context ctx, String name, String caching) {
        Asset asset = assets.computeIfAbsent(name, key -> Asset.load(key).orElse(null));
        if (asset == null) {
            ctx.status(404).contentType("text/plain").result("No such file");
            return;
        }
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("Cache-Control", caching);
        ctx.header("ETag", asset.tag());
        ctx.header("Vary", "Accept-Encoding");
        if (asset.tag().equals(ctx.header("If-None-Match"))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(asset.type());
        String encodings = ctx.header("Accept-Encoding");
        if (asset.isCompressed() && encodings != null && encodings.contains("gzip")) {
            ctx.header("Content-Encoding", "gzip");
            ctx.result(asset.gzip());
        } else {
            ctx.result(asset.plain());
        }
    }
}
