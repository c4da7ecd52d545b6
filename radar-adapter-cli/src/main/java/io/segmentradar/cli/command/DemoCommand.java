package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.files.SampleFiles;
import io.segmentradar.features.sample.SampleRequest;
import io.segmentradar.features.sample.SampleSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code radar demo}: the main job on a sample that it generates first. */
@Command(name = "demo", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class DemoCommand implements Callable<Integer> {
    private static final int CUSTOMERS = 12_000;
    private static final int MONTHS = 36;
    private static final String ENCODING = "cp949";

    private final Terminal terminal;

    @Mixin
    private RunOptions options;

    DemoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path folder = options.out.resolve("sample");
        Path extract = folder.resolve("sample.csv.gz");
        Path fx = folder.resolve("usdkrw.csv");
        SampleRequest request = new SampleRequest(
                CUSTOMERS,
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
                .run(new MainJob.Input(List.of(extract), "imbank", "auto", List.of(SeriesOptions.usdKrw(fx))), options);
    }
}
