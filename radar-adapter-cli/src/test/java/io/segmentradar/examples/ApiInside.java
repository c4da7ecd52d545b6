package io.segmentradar.examples;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** An application of its own that keeps runs and serves the API on a port of its choice. */
public final class ApiInside implements AutoCloseable {
    private final JdbcRadarStore store;
    private final RadarHttpServer server;

    public ApiInside(Path directory, int port) {
        // tag::guide[]
        store = JdbcRadarStore.open(StoreSettings.embedded(directory));
        RadarServices services =
                new RadarServices(store, Optional.of(store.cases()), Optional.of(store.audit()), Clock.systemUTC());
        server = RadarHttpServer.start(HttpSettings.loopback(port), services);
        // end::guide[]
    }

    public void publish(RadarRun run) {
        store.save(run);
        server.refresh();
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
