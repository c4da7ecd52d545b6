package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.core.view.RunDiff;
import io.segmentradar.store.JdbcRadarStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code radar runs}: looks after stored runs. */
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunsCommand.ListRuns.class,
            RunsCommand.Show.class,
            RunsCommand.Diff.class,
            RunsCommand.Prune.class
        })
final class RunsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("error.no_command"));
    }

    static RadarRun require(JdbcRadarStore store, String runId) {
        return store.run(runId)
                .orElseThrow(() -> new UsageException("There is no run '" + runId + "'; stored are "
                        + store.runs().stream().map(RunSummary::runId).toList() + "."));
    }

    /** Lists the stored runs, newest first. */
    @Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class ListRuns implements Callable<Integer> {
        private final Terminal terminal;

        @Mixin
        private StoreOptions store;

        ListRuns(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            TextTable table =
                    new TextTable(List.of("run", "as of", "created", "spec", "segments", "alerts", "actions"));
            try (JdbcRadarStore opened = store.open()) {
                for (RunSummary run : opened.runs()) {
                    table.row(List.of(
                            run.runId(),
                            run.asOf().toString(),
                            run.createdAt().toString(),
                            run.specName(),
                            String.valueOf(run.segments()),
                            String.valueOf(run.alerts()),
                            String.valueOf(run.actions())));
                }
            }
            table.lines().forEach(terminal::line);
            return ExitCode.DONE.code();
        }
    }

    /** Shows where the numbers of a run come from. */
    @Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Show implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(paramLabel = "RUN")
        private String runId;

        @Mixin
        private StoreOptions store;

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (JdbcRadarStore opened = store.open()) {
                RadarRun run = require(opened, runId);
                RunManifest manifest = run.manifest();
                TextTable table = new TextTable(List.of("run", manifest.runId()));
                table.row(List.of("as of", manifest.asOf().toString()));
                table.row(List.of("created", manifest.createdAt().toString()));
                table.row(List.of("spec", manifest.specName() + " " + manifest.specSha256()));
                table.row(List.of("seed, threads", manifest.seed() + ", " + manifest.threads()));
                table.row(List.of("versions", manifest.versions().toString()));
                manifest.inputs()
                        .forEach(file -> table.row(List.of(
                                "input",
                                file.name() + " " + file.sha256() + " " + file.encoding() + ", " + file.rows()
                                        + " rows, " + file.rejects() + " rejected")));
                table.row(List.of("segments, months", manifest.segments() + ", " + manifest.months()));
                table.row(List.of("alerts", String.valueOf(run.alerts().size())));
                table.row(List.of("actions", String.valueOf(run.actions().size())));
                table.row(List.of("seconds", manifest.stageSeconds().toString()));
                table.lines().forEach(terminal::line);
            }
            return ExitCode.DONE.code();
        }
    }

    /** Compares two runs. */
    @Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Diff implements Callable<Integer> {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "A")
        private String before;

        @Parameters(index = "1", paramLabel = "B")
        private String after;

        @Mixin
        private StoreOptions store;

        Diff(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            try (JdbcRadarStore opened = store.open()) {
                DiffText.lines(RunDiff.between(require(opened, before), require(opened, after)))
                        .forEach(terminal::line);
            }
            return ExitCode.DONE.code();
        }
    }

    /** Removes all but the newest runs. */
    @Command(name = "prune", mixinStandardHelpOptions = true, versionProvider = Version.class)
    static final class Prune implements Callable<Integer> {
        private final Terminal terminal;

        @Option(names = "--keep", paramLabel = "N", required = true)
        private int keep;

        @Mixin
        private StoreOptions store;

        Prune(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public Integer call() {
            if (keep < 1) {
                throw new UsageException("--keep " + keep + ": at least one run is kept.");
            }
            try (JdbcRadarStore opened = store.open()) {
                List<String> removed = opened.prune(keep);
                terminal.line(terminal.messages().text("runs.pruned", removed.size(), String.join(", ", removed)));
            }
            return ExitCode.DONE.code();
        }
    }
}
