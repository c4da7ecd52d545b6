package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.cli.files.RunFiles;
import io.segmentradar.core.SegmentRadar;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.monitor.MonitorHistory;
import io.segmentradar.core.monitor.RetrainTrigger;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunProgress.Stage;
import io.segmentradar.core.run.RunRequest;
import io.segmentradar.core.run.TakenAction;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** From files to a published run and a summary: what {@code run} and {@code demo} share. */
final class MainJob {
    private final Terminal terminal;

    MainJob(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * @param spec built-in name or path
     * @param series monthly figures from outside the bank
     */
    record Input(List<Path> files, String spec, String encoding, List<MonthlySeries> series) {}

    int run(Input input, RunOptions options, Optional<StoreSettings> store) {
        if (!options.problems().isEmpty()) {
            throw new UsageException(terminal.messages().text("error.option", String.join(", ", options.problems())));
        }
        RadarSpec asWritten = new SpecLoader().load(input.spec());
        AlertSelection selection = options.selection.or(asWritten.alerts().selection(), terminal);
        RadarSpec spec = asWritten.with(asWritten.alerts().with(selection));
        RunFiles files = new RunFiles(options.out);
        Known known = store.map(settings -> known(settings, options.asOf())).orElse(Known.NOTHING);
        if (options.models.champion() && store.isEmpty()) {
            throw new UsageException(terminal.messages().text("models.champion_where"));
        }
        RunRequest asked = options.models.applyTo(
                new RunRequest(
                                spec,
                                options.asOf(),
                                input.series(),
                                known.actions(),
                                options.controlShare,
                                options.maxRejectRate,
                                options.seed,
                                options.threads(),
                                Version.current(),
                                InstantSource.system())
                        .knowing(known.monitor()),
                terminal);
        Optional<ChampionModels> champion =
                store.filter(settings -> options.models.champion()).map(settings -> champion(spec, settings));
        RunRequest request = champion.map(models -> models.applyTo(asked)).orElse(asked);
        Watched watched = publish(request, input, files, store, champion, options.out);
        champion.ifPresent(this::tell);
        champion.flatMap(ChampionModels::current).ifPresent(models -> retrain(request, watched, models, store));
        return ExitCode.DONE.code();
    }

    /** Whose forecasts these are. */
    private void tell(ChampionModels champion) {
        champion.current()
                .ifPresent(models -> terminal.line(terminal.messages()
                        .text(
                                "models.forecast_by",
                                models.id(),
                                models.provenance().trainedTo())));
        champion.first().ifPresent(models -> terminal.line(terminal.messages().text("models.first", models.id())));
    }

    /** What is left of a run when it is published: its memory is needed to train a challenger. */
    private record Watched(SegmentPanel panel, List<RetrainTrigger> reasons) {}

    private Watched publish(
            RunRequest request,
            Input input,
            RunFiles files,
            Optional<StoreSettings> store,
            Optional<ChampionModels> champion,
            Path out) {
        ProgressLines progress = new ProgressLines(terminal);
        RadarRun run = SegmentRadar.builder()
                .build()
                .run(request, new CsvRecordSource(request.spec(), input.files(), encoding(input.encoding())), progress);
        progress.started(Stage.PUBLISH);
        files.save(run);
        store.ifPresent(settings -> store(run, settings, champion));
        progress.finished(Stage.PUBLISH, 1);
        new Summary(terminal, run).print(out);
        return new Watched(run.panel(), run.monitor().triggers());
    }

    private void retrain(RunRequest request, Watched watched, ModelArchive champion, Optional<StoreSettings> settings) {
        RadarSpec spec = request.spec();
        ForecastTask task = spec.forecastTask(watched.panel(), request.covariates(), request.seed(), request.threads());
        try (JdbcRadarStore store = JdbcRadarStore.open(settings.orElseThrow())) {
            new ChallengeRound(terminal, spec, store).afterRun(watched.reasons(), champion, task);
        }
    }

    /** What the store knows of earlier runs. */
    private record Known(List<TakenAction> actions, MonitorHistory monitor) {
        static final Known NOTHING = new Known(List.of(), MonitorHistory.NONE);
    }

    private static Known known(StoreSettings settings, Optional<YearMonth> asOf) {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            return new Known(History.of(store, asOf, Instant.MAX), History.monitored(store));
        }
    }

    private static ChampionModels champion(RadarSpec spec, StoreSettings settings) {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            return new ChampionModels(spec.name(), store.models());
        }
    }

    private static void store(RadarRun run, StoreSettings settings, Optional<ChampionModels> champion) {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);
            champion.ifPresent(models -> models.register(run, store));
        }
    }

    private static InputEncoding encoding(String name) {
        try {
            return InputEncoding.of(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: " + e.getMessage());
        }
    }
}
