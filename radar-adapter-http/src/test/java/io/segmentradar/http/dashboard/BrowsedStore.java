package io.segmentradar.http.dashboard;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.http.ApiClient;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store, a server over it, and a browser before that; they end together. */
public record BrowsedStore(JdbcRadarStore store, RadarHttpServer server, Browser browser) implements AutoCloseable {
    /** Skips where no browser is installed. */
    public static BrowsedStore openOrSkip(Path data) {
        JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(data));
        RadarHttpServer server = RadarHttpServer.start(
                HttpSettings.loopback(0),
                new RadarServices(
                        store,
                        Optional.of(store.cases()),
                        Optional.of(store.audit()),
                        Clock.systemUTC(),
                        Optional.of(store.models())));
        try {
            return new BrowsedStore(store, server, Browser.openOrSkip(server.port()));
        } catch (RuntimeException skipped) {
            server.close();
            store.close();
            throw skipped;
        }
    }

    public RadarRun latest() {
        return store.run(store.runs().get(0).runId()).orElseThrow();
    }

    /** Every page by its name, those of an alert or an action as far as the newest run has one. */
    public Map<String, String> pages() {
        RadarRun run = latest();
        String segment = ApiClient.encode(run.panel().index().id(0).value());
        Map<String, String> pages = new TreeMap<>();
        pages.put("overview", "/");
        pages.put("segments", "/segments");
        pages.put("segments-panel", "/segments?open=" + segment);
        pages.put("segment", "/segment?id=" + segment);
        for (String name : new String[] {
            "watchlist", "growth", "actions", "accuracy", "monitoring", "scenarios", "fx", "alike", "runs"
        }) {
            pages.put(name, "/" + name);
        }
        run.alerts().stream()
                .filter(alert -> alert.level().equals("segment"))
                .findFirst()
                .ifPresent(alert -> {
                    pages.put("watchlist-panel", "/watchlist?open=" + ApiClient.encode(alert.id()));
                    pages.put(
                            "segment-alert",
                            "/segment?id=" + ApiClient.encode(alert.segment().value()));
                });
        run.actions().stream()
                .filter(action -> action.isPlanned())
                .findFirst()
                .ifPresent(action -> pages.put("actions-panel", "/actions?open=" + ApiClient.encode(action.id())));
        return pages;
    }

    @Override
    public void close() {
        browser.close();
        server.close();
        store.close();
    }
}
