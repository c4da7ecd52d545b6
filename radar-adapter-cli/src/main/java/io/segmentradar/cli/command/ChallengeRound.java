package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.RetrainPolicy.Decision;
import io.segmentradar.core.monitor.RetrainTrigger;
import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.models.challenge.ModelChallenge;
import io.segmentradar.store.JdbcRadarStore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** Trains new models, has them judged against the registry's champion, and records what becomes of them. */
final class ChallengeRound {
    private final Terminal terminal;
    private final RadarSpec spec;
    private final JdbcRadarStore store;
    private final ForecastEngine engine =
            ServiceLoader.load(ForecastEngine.class).findFirst().orElseThrow();
    private long start;

    ChallengeRound(Terminal terminal, RadarSpec spec, JdbcRadarStore store) {
        this.terminal = terminal;
        this.spec = spec;
        this.store = store;
    }

    /** After a run in which the champion forecast: does what the spec decides about the run's reasons to retrain. */
    void afterRun(List<RetrainTrigger> reasons, ModelArchive champion, ForecastTask task) {
        if (reasons.isEmpty()) {
            return;
        }
        if (spec.monitoring().retrain().decision() == Decision.NEVER) {
            terminal.line(terminal.messages().text("challenge.never"));
            return;
        }
        Optional<Label> early =
                ModelChallenge.tooEarly(champion, task.panel().months().last(), spec.monitoring());
        if (early.isPresent()) {
            terminal.line(terminal.messages()
                    .text(
                            "challenge.early",
                            champion.id(),
                            early.get().in(terminal.messages().language())));
            return;
        }
        hold(task, Optional.of(champion));
    }

    /** Trains and judges; without a champion the new models become it. */
    void hold(ForecastTask task) {
        ModelRegistry registry = store.models();
        hold(task, registry.champion(spec.name()).flatMap(registry::archive));
    }

    private void hold(ForecastTask task, Optional<ModelArchive> champion) {
        ModelRegistry registry = store.models();
        started("challenge.training", task.panel().months().last());
        ModelArchive challenger = train(task, registry);
        finished("challenge.trained", challenger.id());
        if (champion.isEmpty()) {
            record(challenger, ModelEvent.Kind.PROMOTED, ModelEvent.firstTraining(spec.name()), Optional.empty());
        } else if (champion.get().id().equals(challenger.id())) {
            terminal.line(terminal.messages().text("models.same", challenger.id()));
        } else {
            judge(task, champion.get(), challenger);
        }
    }

    private ModelArchive train(ForecastTask task, ModelRegistry registry) {
        try (ForecastOutcome outcome = engine.forecast(task.with(ModelChallenge.training(spec.monitoring())))) {
            RunManifest.Versions versions = Version.current();
            ModelArchive challenger = outcome.models()
                    .orElseThrow()
                    .with(Map.of(
                            "product", versions.product(), "java", versions.java(), "lightgbm", versions.lightgbm()));
            registry.register(ModelVersion.of(challenger, spec.name(), Instant.now(), outcome.accuracy()), challenger);
            return challenger;
        }
    }

    private void judge(ForecastTask task, ModelArchive champion, ModelArchive challenger) {
        started("challenge.judging", champion.id());
        ChallengeVerdict verdict = new ModelChallenge(engine).judge(task, champion, challenger, spec.monitoring());
        if (!verdict.duels().isEmpty()) {
            finished("challenge.judged", verdict.origins());
            print(verdict);
        }
        record(
                challenger,
                outcome(verdict.wins(), spec.monitoring().retrain().decision()),
                verdict.reason().en(),
                Optional.of(verdict));
    }

    /** A loser is refused; who makes a winner champion is the spec's choice. */
    static ModelEvent.Kind outcome(boolean wins, Decision decision) {
        if (!wins) {
            return ModelEvent.Kind.REFUSED;
        }
        return decision == Decision.AUTOMATIC ? ModelEvent.Kind.PROMOTED : ModelEvent.Kind.PROPOSED;
    }

    private void record(
            ModelArchive challenger, ModelEvent.Kind kind, String reason, Optional<ChallengeVerdict> verdict) {
        ModelEvent event =
                new RegistryEntries(store, spec.name()).add(challenger.id(), kind, Instant.now(), reason, verdict);
        String key = "models." + kind.name().toLowerCase(Locale.ROOT);
        terminal.line(terminal.messages()
                .text(key, challenger.id(), event.told().in(terminal.messages().language())));
    }

    private void print(ChallengeVerdict verdict) {
        TextTable table = new TextTable(List.of(
                terminal.messages().text("summary.kpi"),
                terminal.messages().text("challenge.champion"),
                terminal.messages().text("challenge.challenger")));
        for (ChallengeVerdict.Duel duel : verdict.duels()) {
            table.row(List.of(
                    spec.kpis().kpi(duel.kpi()).label().in(terminal.messages().language()),
                    String.format(Locale.ROOT, "%.4f", duel.championWape()),
                    String.format(Locale.ROOT, "%.4f", duel.challengerWape())));
        }
        table.lines().forEach(terminal::line);
    }

    private void started(String key, Object subject) {
        start = System.nanoTime();
        terminal.progress(terminal.messages().text(key, subject));
    }

    private void finished(String key, Object subject) {
        String seconds = String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9);
        terminal.progress(terminal.messages().text(key, subject) + "  " + seconds);
    }
}
