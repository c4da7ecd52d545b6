package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.SegmentRadar;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunRequest;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.core.run.TakenAction;
import io.segmentradar.core.view.RunDiff;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code radar reproduce}: makes a stored run again, from its stored spec and seed, and tells what differs. */
@Command(name = "reproduce", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ReproduceCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "RUN")
    private String runId;

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private StoreOptions store;

    @Mixin
    private ModelOptions models;

    ReproduceCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RadarRun stored;
        List<TakenAction> known;
        try (JdbcRadarStore opened = store.open()) {
            stored = RunsCommand.require(opened, runId);
            RunManifest manifest = stored.manifest();
            known = manifest.pastActions() == 0
                    ? List.of()
                    : History.of(opened, Optional.of(manifest.asOf()), storedAt(opened));
        }
        RadarRun again = again(stored, known);
        boolean sameWork = again.manifest().runId().equals(runId);
        if (!sameWork) {
            terminal.progress(terminal.messages().text("reproduce.other_work", inputs(stored), inputs(again)));
        }
        RunDiff diff = RunDiff.between(stored, again);
        if (diff.isEmpty()) {
            terminal.line(terminal.messages()
                    .text(
                            "reproduce.same",
                            runId,
                            diff.forecasts(),
                            stored.alerts().size()));
        } else {
            DiffText.lines(diff).forEach(terminal::line);
        }
        return (diff.isEmpty() && sameWork ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    /** As the store tells it, which keeps fewer digits of the second than a manifest. */
    private Instant storedAt(JdbcRadarStore opened) {
        return opened.runs().stream()
                .filter(run -> run.runId().equals(runId))
                .map(RunSummary::createdAt)
                .findFirst()
                .orElseThrow();
    }

    private RadarRun again(RadarRun stored, List<TakenAction> known) {
        RunManifest manifest = stored.manifest();
        RunRequest request = models.applyTo(
                new RunRequest(
                        stored.spec(),
                        Optional.of(manifest.asOf()),
                        series.read(),
                        known,
                        manifest.controlShare(),
                        1,
                        manifest.seed(),
                        manifest.threads(),
                        Version.current(),
                        InstantSource.system()),
                terminal);
        return SegmentRadar.builder()
                .build()
                .run(
                        request,
                        new CsvRecordSource(stored.spec(), input, InputEncoding.of("auto")),
                        new ProgressLines(terminal));
    }

    private static String inputs(RadarRun run) {
        return run.manifest().inputs().stream()
                        .map(file -> file.name() + " " + file.sha256().substring(0, 12))
                        .toList()
                + ", " + run.manifest().versions().product();
    }
}
