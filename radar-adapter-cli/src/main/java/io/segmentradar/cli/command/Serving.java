package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** API and dashboard over a store until the program is stopped: what {@code serve} and {@code demo} share. */
final class Serving {
    private static final long CLOSING_SECONDS = 20;

    private final Terminal terminal;

    Serving(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Returns when the program is told to stop and everything is closed. */
    void untilStopped(StoreSettings store, HttpSettings settings) throws InterruptedException {
        long start = System.nanoTime();
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (JdbcRadarStore opened = JdbcRadarStore.open(store);
                RadarHttpServer server = RadarHttpServer.start(
                        settings,
                        new RadarServices(
                                opened,
                                Optional.of(opened.cases()),
                                Optional.of(opened.audit()),
                                Clock.systemUTC(),
                                Optional.of(opened.models())))) {
            terminal.line(terminal.messages()
                    .text(
                            "serve.ready",
                            "http://" + settings.host() + ":" + server.port() + "/",
                            String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)));
            if (opened.runs().isEmpty()) {
                terminal.progress(terminal.messages().text("serve.empty"));
            }
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, closed)));
            stop.await();
        } finally {
            closed.countDown();
        }
    }

    /** Ctrl-C and SIGTERM end running requests and close the store before the program goes. */
    private static void stopAndWait(CountDownLatch stop, CountDownLatch closed) {
        stop.countDown();
        try {
            closed.await(CLOSING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
