package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Messages;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.panel.IngestReport.InputFile;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.core.view.RunDiff;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                    new TextTable(Stream.of("run", "as_of", "created", "spec", "segments", "alerts", "actions")
                            .map(name -> terminal.messages().text("runs." + name))
                            .toList());
            try (JdbcRadarStore opened = store.open()) {
                for (RunSummary run : opened.runs()) {
                    table.row(List.of(
                            run.runId(),
                            run.asOf().toString(),
                            second(run.createdAt()),
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
                Messages messages = terminal.messages();
                TextTable table = new TextTable(List.of(messages.text("runs.run"), manifest.runId()));
                row(table, messages, "as_of", manifest.asOf());
                row(table, messages, "created", second(manifest.createdAt()));
                row(table, messages, "spec", manifest.specName() + ", SHA-256 " + manifest.specSha256());
                row(table, messages, "seed_threads", manifest.seed() + ", " + manifest.threads());
                row(table, messages, "software", software(manifest.versions()));
                manifest.models().ifPresent(models -> row(table, messages, "models", origin(messages, models)));
                manifest.inputs().forEach(file -> row(table, messages, "input", input(messages, file)));
                manifest.series()
                        .forEach(
                                series -> row(table, messages, "series", series.id() + ", SHA-256 " + series.sha256()));
                row(table, messages, "segments_months", manifest.segments() + ", " + manifest.months());
                row(table, messages, "alerts", run.alerts().size());
                row(table, messages, "actions", run.actions().size());
                row(table, messages, "seconds", seconds(manifest));
                table.lines().forEach(terminal::line);
            }
            return ExitCode.DONE.code();
        }
    }

    private static void row(TextTable table, Messages messages, String name, Object value) {
        table.row(List.of(messages.text("runs." + name), String.valueOf(value)));
    }

    private static String second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String software(RunManifest.Versions versions) {
        return versions.product() + ", Java " + versions.java() + ", LightGBM " + versions.lightgbm() + ", "
                + versions.os() + " " + versions.arch();
    }

    private static String origin(Messages messages, RunManifest.Models models) {
        return models.id() + " (" + messages.text(models.reused() ? "runs.reused" : "runs.trained") + ")";
    }

    private static String input(Messages messages, InputFile file) {
        return file.name() + ", " + file.encoding() + ", "
                + messages.text("runs.rows", count(file.rows()), count(file.rejects())) + ", SHA-256 " + file.sha256();
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String seconds(RunManifest manifest) {
        return manifest.stageSeconds().entrySet().stream()
                .map(stage -> String.format(
                        Locale.ROOT, "%s %.1f", stage.getKey().name().toLowerCase(Locale.ROOT), stage.getValue()))
                .collect(Collectors.joining(", "));
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
