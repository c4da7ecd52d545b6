package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar run}: the main job on a bank's extract. */
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Option(names = "--spec", paramLabel = "NAME|FILE", defaultValue = "imbank")
    private String spec;

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = "auto")
    private String encoding;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private RunOptions options;

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new MainJob(terminal)
                .run(new MainJob.Input(input, spec, encoding, series.read()), options, options.store.settings());
    }
}
