package io.segmentradar.http.dashboard;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    /** Names of files of their own: no dots but before the ending, so no way up. */
    private static final Pattern NAME =
            Pattern.compile("(?:vendor/[a-z]+-[0-9.]+\\.js|font/[a-z0-9-]+\\.woff2|[a-z]+\\.svg)");

    /** Files that the first page needs and that take a while to compress. */
    private static final List<String> PRELOADED = List.of("vendor/echarts-6.1.0.js", "vendor/preact-11.2.0.js");

    private static final String DAY = "public, max-age=86400";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final Map<String, Asset> assets = new ConcurrentHashMap<>();
    /** Put together while the server starts. */
    private final CompletableFuture<Pages> pages = CompletableFuture.supplyAsync(Pages::assemble);

    private Dashboard() {
        PRELOADED.forEach(name -> CompletableFuture.runAsync(() -> file(name)));
    }

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
        send(ctx, pages.join().document(), "no-cache");
    }

    private void asset(Context ctx) {
        String name = ctx.pathParam("name");
        Asset made = pages.join().assets().get(name);
        Asset asset = made != null ? made : NAME.matcher(name).matches() ? file(name) : null;
        if (asset == null) {
            ctx.status(404).contentType("text/plain").result("No such file");
        } else if (made != null) {
            send(ctx, asset, made.hash().equals(ctx.queryParam("v")) ? FOREVER : "no-cache");
        } else {
            send(ctx, asset, name.startsWith("vendor/") ? FOREVER : DAY);
        }
    }

    private Asset file(String name) {
        return assets.computeIfAbsent(name, key -> Asset.load(key).orElse(null));
    }

    private static void send(Context ctx, Asset asset, String caching) {
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
