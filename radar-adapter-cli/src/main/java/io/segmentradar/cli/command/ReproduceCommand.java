package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.SegmentRadar;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.panel.IngestReport.InputFile;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunManifest.Models;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
        Optional<ModelArchive> used;
        try (JdbcRadarStore opened = store.open()) {
            stored = RunsCommand.require(opened, runId);
            RunManifest manifest = stored.manifest();
            known = manifest.pastActions() == 0
                    ? List.of()
                    : History.of(opened, Optional.of(manifest.asOf()), storedAt(opened));
            used = manifest.models().filter(Models::reused).map(Models::id).flatMap(opened.models()::archive);
        }
        RadarRun again = again(stored, known, used);
        boolean sameWork = again.manifest().runId().equals(runId);
        if (!sameWork) {
            terminal.progress(terminal.messages().text("reproduce.other_work", work(stored), work(again)));
        }
        RunDiff diff = RunDiff.between(stored, again);
        List<String> parts = differing(stored, again);
        if (diff.isEmpty() && parts.isEmpty()) {
            terminal.line(terminal.messages()
                    .text(
                            "reproduce.same",
                            runId,
                            diff.forecasts(),
                            stored.alerts().size(),
                            stored.actions().size()));
        } else {
            DiffText.lines(diff).forEach(terminal::line);
            parts.forEach(terminal::line);
        }
        return (diff.isEmpty() && parts.isEmpty() && sameWork ? ExitCode.DONE : ExitCode.FAILED).code();
    }

    /** As the store tells it, which keeps fewer digits of the second than a manifest. */
    private Instant storedAt(JdbcRadarStore opened) {
        return opened.runs().stream()
                .filter(run -> run.runId().equals(runId))
                .map(RunSummary::createdAt)
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param used models of the registry that forecast the stored run; none if it trained its own
     */
    private RadarRun again(RadarRun stored, List<TakenAction> known, Optional<ModelArchive> used) {
        RunManifest manifest = stored.manifest();
        RunRequest asked = models.applyTo(
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
        boolean named = asked.forecast().trained().isPresent();
        RunRequest request = used.filter(archive -> !named)
                .map(archive -> asked.with(asked.forecast().reusing(archive)))
                .orElse(asked);
        String encoding =
                manifest.inputs().stream().map(InputFile::encoding).findFirst().orElse("auto");
        return SegmentRadar.builder()
                .build()
                .run(
                        request,
                        new CsvRecordSource(stored.spec(), input, InputEncoding.of(encoding)),
                        new ProgressLines(terminal));
    }

    /** Parts of which the whole records differ, beyond what a comparison of two runs shows. */
    private static List<String> differing(RadarRun stored, RadarRun again) {
        List<String> parts = new ArrayList<>();
        note("alerts", stored.alerts(), again.alerts(), parts);
        note("drivers", stored.drivers(), again.drivers(), parts);
        note("actions", stored.actions(), again.actions(), parts);
        note("accuracy", stored.accuracy().rows(), again.accuracy().rows(), parts);
        return parts;
    }

    private static void note(String part, List<?> stored, List<?> again, List<String> parts) {
        int both = Math.min(stored.size(), again.size());
        long differ = Math.abs(stored.size() - again.size())
                + IntStream.range(0, both)
                        .filter(i -> !stored.get(i).equals(again.get(i)))
                        .count();
        if (differ > 0) {
            parts.add(part + ": " + differ + " of " + stored.size() + " differ");
        }
    }

    /** What decides the numbers of a run, in one line. */
    private static String work(RadarRun run) {
        RunManifest manifest = run.manifest();
        return manifest.inputs().stream()
                        .map(file -> file.name() + " " + shortened(file.sha256()))
                        .toList()
                + ", series "
                + manifest.series().stream()
                        .map(used -> used.id() + " " + shortened(used.sha256()))
                        .toList()
                + ", past actions " + manifest.pastActions() + ", "
                + manifest.versions().product();
    }

    private static String shortened(String sha256) {
        return sha256.substring(0, Math.min(12, sha256.length()));
    }
}
