package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import io.segmentradar.models.challenge.ModelChallenge;
import io.segmentradar.models.engine.PanelForecastEngine;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar models challenge}: trains a challenger and lets it replace the champion if it is proved better. */
@Command(name = "challenge", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ModelsChallenge implements Callable<Integer> {
    private final Terminal terminal;
    private final ForecastEngine engine = new PanelForecastEngine();

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = "auto")
    private String encoding;

    @Option(names = "--spec", paramLabel = "NAME|FILE", defaultValue = "imbank")
    private String specFile;

    @Option(names = "--if-asked")
    private boolean ifAsked;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    private long seed;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private StoreOptions store;

    ModelsChallenge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RadarSpec spec = new SpecLoader().load(specFile);
        try (JdbcRadarStore opened = store.open()) {
            if (ifAsked && !isAsked(opened)) {
                terminal.line(terminal.messages().text("models.not_asked"));
                return ExitCode.DONE.code();
            }
            ForecastTask task = new ForecastTask(
                    panel(spec),
                    spec.hierarchy(),
                    spec.kpis(),
                    spec.calendar(),
                    series.read(),
                    seed,
                    Runtime.getRuntime().availableProcessors(),
                    ModelChallenge.training(spec.monitoring()));
            challenge(spec, task, opened);
        }
        return ExitCode.DONE.code();
    }

    /** Whether the newest run gives a reason to train new models. */
    private static boolean isAsked(JdbcRadarStore opened) {
        return opened.latest().map(run -> !run.monitor().triggers().isEmpty()).orElse(true);
    }

    private void challenge(RadarSpec spec, ForecastTask task, JdbcRadarStore opened) {
        ModelRegistry registry = opened.models();
        Optional<String> champion = registry.champion(spec.name());
        ModelArchive challenger = train(spec, task, registry);
        if (champion.isEmpty()) {
            tell(
                    spec,
                    opened,
                    challenger,
                    ModelEvent.Kind.PROMOTED,
                    "first training of " + spec.name(),
                    Optional.empty());
        } else if (champion.get().equals(challenger.id())) {
            terminal.line(terminal.messages().text("models.same", challenger.id()));
        } else {
            ModelArchive present = registry.archive(champion.get()).orElseThrow();
            ChallengeVerdict verdict = new ModelChallenge(engine).judge(task, present, challenger, spec.monitoring());
            print(verdict);
            tell(
                    spec,
                    opened,
                    challenger,
                    verdict.wins() ? ModelEvent.Kind.PROMOTED : ModelEvent.Kind.REFUSED,
                    verdict.reason().in(terminal.messages().language()),
                    Optional.of(verdict));
        }
    }

    private ModelArchive train(RadarSpec spec, ForecastTask task, ModelRegistry registry) {
        try (ForecastOutcome outcome = engine.forecast(task)) {
            ModelArchive challenger = outcome.models().orElseThrow();
            registry.register(ModelVersion.of(challenger, spec.name(), Instant.now(), outcome.accuracy()), challenger);
            return challenger;
        }
    }

    private void tell(
            RadarSpec spec,
            JdbcRadarStore opened,
            ModelArchive challenger,
            ModelEvent.Kind kind,
            String reason,
            Optional<ChallengeVerdict> verdict) {
        Instant now = Instant.now();
        String actor = System.getProperty("user.name");
        opened.models().record(spec.name(), new ModelEvent(challenger.id(), kind, now, actor, reason, verdict));
        opened.audit().append(now, actor, "model-" + kind.name().toLowerCase(Locale.ROOT), challenger.id(), reason);
        String key = kind == ModelEvent.Kind.PROMOTED ? "models.promoted" : "models.kept";
        terminal.line(terminal.messages().text(key, challenger.id(), reason));
    }

    private void print(ChallengeVerdict verdict) {
        TextTable table = new TextTable(List.of("kpi", "champion wape", "challenger wape"));
        for (ChallengeVerdict.Duel duel : verdict.duels()) {
            table.row(List.of(
                    duel.kpi(),
                    String.format(Locale.ROOT, "%.4f", duel.championWape()),
                    String.format(Locale.ROOT, "%.4f", duel.challengerWape())));
        }
        table.lines().forEach(terminal::line);
    }

    private SegmentPanel panel(RadarSpec spec) {
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        try {
            new CsvRecordSource(spec, input, InputEncoding.of(encoding)).read(aggregator);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: " + e.getMessage());
        }
        return aggregator.panel();
    }
}
