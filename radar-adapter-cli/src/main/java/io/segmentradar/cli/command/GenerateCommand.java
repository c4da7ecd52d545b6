package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.files.SampleFiles;
import io.segmentradar.features.sample.SampleRequest;
import io.segmentradar.features.sample.SampleSummary;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code radar generate}: writes a sample extract. */
@Command(name = "generate", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class GenerateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--customers", paramLabel = "N", defaultValue = "12000")
    private int customers;

    @Option(names = "--months", paramLabel = "N", defaultValue = "36")
    private int months;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    private long seed;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path out;

    @Option(names = "--events", paramLabel = "FILE")
    private Path events;

    @Option(names = "--fx", paramLabel = "FILE")
    private Path fx;

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = "cp949")
    private String encoding;

    GenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SampleRequest request = new SampleRequest(
                customers,
                months,
                SampleRequest.DEFAULT_FIRST,
                seed,
                SampleRequest.encoding(encoding),
                Runtime.getRuntime().availableProcessors());
        long start = System.nanoTime();
        SampleSummary summary = SampleFiles.write(request, out, Optional.ofNullable(events), Optional.ofNullable(fx));
        terminal.line(terminal.messages()
                .text(
                        "generate.done",
                        out,
                        String.format(Locale.ROOT, "%,d", summary.rows()),
                        String.format(Locale.ROOT, "%,d", summary.segments()),
                        summary.events().size(),
                        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9)));
        return ExitCode.DONE.code();
    }
}
