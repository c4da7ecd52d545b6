package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.segmentradar.http.access.AccessControl;
import io.segmentradar.http.access.AccessControl.Decision;
import java.util.Optional;
import java.util.Set;

/** What every API request passes first: headers that tell browsers to be careful, and who asks. */
public final class Gate {
    private static final Set<String> OPEN =
            Set.of("/api", "/api/health", "/api/ready", "/api/openapi.json", "/api/docs");

    private final Optional<AccessControl> access;

    public Gate(Optional<AccessControl> access) {
        this.access = access;
    }

    public void register(RoutesConfig routes) {
        routes.before(ctx -> {
            String path = ctx.path();
            if (path.equals("/api") || path.startsWith("/api/") || path.startsWith("/metrics")) {
                harden(ctx);
                admit(ctx, path);
            }
        });
    }

    private static void harden(Context ctx) {
        ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        ctx.header("X-Content-Type-Options", "nosniff");
        ctx.header("X-Frame-Options", "DENY");
        ctx.header("Referrer-Policy", "no-referrer");
    }

    private void admit(Context ctx, String path) {
        String bare = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        if (access.isEmpty() || OPEN.contains(bare) || path.startsWith("/api/docs/")) {
            return;
        }
        Decision decision = access.get().decide(ctx.header("Authorization"), ctx.ip());
        if (decision instanceof Decision.Granted granted) {
            ctx.attribute(RadarApi.READER, granted.reader());
        } else if (decision instanceof Decision.Unknown unknown) {
            ctx.header("WWW-Authenticate", "Bearer realm=\"segment-radar\"");
            throw new Problem(401, "unauthorized", "Who are you?", unknown.reason());
        } else {
            ctx.header("Retry-After", "10");
            throw new Problem(429, "too-many-requests", "Too many requests", "Wait a little, then try again");
        }
    }
}
