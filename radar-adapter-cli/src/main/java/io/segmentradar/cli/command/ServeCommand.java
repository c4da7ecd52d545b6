package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar serve}: API and dashboard over a store, until it is stopped. */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ServeCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private StoreOptions store;

    @Option(names = "--port", paramLabel = "N", defaultValue = "" + HttpSettings.DEFAULT_PORT)
    private int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String bind;

    @Option(names = "--auth", paramLabel = "FILE")
    private Path auth;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        long start = System.nanoTime();
        HttpSettings settings = new HttpSettings(bind, port, Optional.ofNullable(auth));
        try (JdbcRadarStore opened = store.open();
                RadarHttpServer server = RadarHttpServer.start(
                        settings,
                        new RadarServices(
                                opened, Optional.of(opened.cases()), Optional.of(opened.audit()), Clock.systemUTC()))) {
            terminal.line(terminal.messages()
                    .text(
                            "serve.ready",
                            "http://" + bind + ":" + server.port() + "/",
                            String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)));
            if (opened.runs().isEmpty()) {
                terminal.progress(terminal.messages().text("serve.empty"));
            }
            untilStopped(server);
        }
        return ExitCode.DONE.code();
    }

    /** Ctrl-C and SIGTERM close the server, so that running requests end and the store is closed. */
    private static void untilStopped(RadarHttpServer server) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            stopped.countDown();
        }));
        stopped.await();
    }
}
