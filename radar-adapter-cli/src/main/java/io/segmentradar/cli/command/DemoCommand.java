package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.files.SampleFiles;
import io.segmentradar.features.sample.SampleRequest;
import io.segmentradar.features.sample.SampleSummary;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.ListenException;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar demo}: the main job on a sample that it generates first, stored and served. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
    private static final String CUSTOMERS = "12000";
    private static final int MONTHS = 36;
    private static final String ENCODING = "cp949";

    private final Terminal terminal;

    @Mixin
    private RunOptions options;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(names = "--customers", paramLabel = "N", defaultValue = CUSTOMERS)
    private int customers;

    @Option(names = "--serve", negatable = true)
    private Boolean serve;

    @Option(names = "--port", paramLabel = "N")
    private Integer port;

    @Override
    public Integer call() throws InterruptedException {
        StoreSettings store =
                options.store.settings().orElseGet(() -> StoreSettings.embedded(options.out.resolve("data")));
        int code = run(store);
        if (code == ExitCode.DONE.code() && (serve == null ? terminal.isInteractive() : serve)) {
            serve(store);
        } else if (code == ExitCode.DONE.code()) {
            String where = store.directory().map(data -> "--data " + data).orElse("--store " + store.shown());
            terminal.line(terminal.messages().text("demo.look", where));
        }
        return code;
    }

    /** On the usual port, or where that is taken and no other was asked for on any free one. */
    private void serve(StoreSettings store) throws InterruptedException {
        Serving serving = new Serving(terminal);
        try {
            serving.untilStopped(store, HttpSettings.loopback(port == null ? HttpSettings.DEFAULT_PORT : port));
        } catch (ListenException e) {
            if (port != null) {
                throw e;
            }
            serving.untilStopped(store, HttpSettings.loopback(0));
        }
    }

    private int run(StoreSettings store) {
        Path folder = options.out.resolve("sample");
        Path extract = folder.resolve("sample.csv.gz");
        Path fx = folder.resolve("usdkrw.csv");
        SampleRequest request = new SampleRequest(
                customers,
                MONTHS,
                SampleRequest.DEFAULT_FIRST,
                options.seed,
                SampleRequest.encoding(ENCODING),
                options.threads());
        long start = System.nanoTime();
        SampleSummary summary =
                SampleFiles.write(request, extract, Optional.of(folder.resolve("events.csv")), Optional.of(fx));
        terminal.progress(terminal.messages()
                .text(
                        "generate.done",
                        extract,
                        String.format(Locale.ROOT, "%,d", summary.rows()),
                        String.format(Locale.ROOT, "%,d", summary.segments()),
                        summary.events().size(),
                        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)));
        return new MainJob(terminal)
                .run(
                        new MainJob.Input(List.of(extract), "imbank", "auto", List.of(SeriesOptions.usdKrw(fx))),
                        options,
                        Optional.of(store));
    }
}
