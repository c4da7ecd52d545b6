package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.http.HttpSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        HttpSettings settings = new HttpSettings(bind, port, Optional.ofNullable(auth));
        new Serving(terminal).untilStopped(store.required(), settings);
        return ExitCode.DONE.code();
    }
}
