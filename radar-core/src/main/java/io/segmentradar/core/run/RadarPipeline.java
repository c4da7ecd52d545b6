package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.alike.AlikeAnalyst;
import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverAttributor;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.fx.FxAnalyst;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.monitor.DriftMonitor;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.panel.RecordSource;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RunProgress.Stage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The use case: from the bank's rows to forecasts, alerts, causes and actions. Stateless and reusable. */
public final class RadarPipeline {
    private static final int REJECTS_SHOWN = 5;

    private final ForecastEngine engine;
    private final List<AlertRule> rules;
    private final DriverAttributor attributor;
    private final ActionRecommender recommender;
    private final DriftMonitor monitor;
    private final AlikeAnalyst alikeAnalyst;
    private final FxAnalyst fxAnalyst;

    public RadarPipeline(
            ForecastEngine engine,
            List<AlertRule> rules,
            DriverAttributor attributor,
            ActionRecommender recommender,
            DriftMonitor monitor,
            AlikeAnalyst alikeAnalyst,
            FxAnalyst fxAnalyst) {
        this.engine = engine;
        this.rules = List.copyOf(rules);
        this.attributor = attributor;
        this.recommender = recommender;
        this.monitor = monitor;
        this.alikeAnalyst = alikeAnalyst;
        this.fxAnalyst = fxAnalyst;
    }

    /**
     * Runs all stages; publishing the result is the caller's.
     *
     * @throws SpecException if a part cannot work with the spec
     * @throws InputRejectedException if the input cannot be used or has too many bad rows
     * @throws io.segmentradar.core.panel.NotEnoughHistoryException if the input has too few months
     */
    public RadarRun run(RunRequest request, RecordSource source, RunProgress progress) {
        RadarSpec spec = request.spec();
        requireSound(spec);
        StageClock stages = new StageClock(request.clock(), progress);
        Ingested ingested = stages.run(
                Stage.INGEST,
                () -> ingest(request, source),
                result -> result.report().rows());
        SegmentPanel panel = ingested.panel();
        AlikeReport alike = stages.run(
                Stage.ALIKE,
                () -> alikeAnalyst.analyse(panel, spec.kpis(), spec.alike(), request.seed()),
                result -> result.grouping().clusters().size());
        FxReport fx = stages.run(
                Stage.FX,
                () -> spec.fx()
                        .map(policy -> fxAnalyst.analyse(panel, policy, request.covariates()))
                        .orElse(FxReport.NONE),
                result -> result.segments().size());
        ForecastTask task = spec.forecastTask(panel, request.covariates(), request.seed(), request.threads())
                .with(request.forecast());
        try (ForecastOutcome outcome =
                stages.run(Stage.FORECAST, () -> engine.forecast(task), result -> count(result.published()))) {
            keepModels(request, outcome);
            AlertContext context = new AlertContext(
                    panel,
                    spec.hierarchy(),
                    spec.kpis(),
                    outcome.past(),
                    outcome.published(),
                    spec.alerts(),
                    spec.amountLabels(),
                    spec.calendar());
            AlertReport alertReport = stages.run(
                    Stage.ALERTS,
                    () -> alerts(context),
                    result -> result.raised().size());
            List<Alert> alerts = alertReport.raised();
            List<DriverAttribution> drivers = stages.run(
                    Stage.DRIVERS, () -> attributor.attribute(alerts, context, outcome.explainer()), List::size);
            ActionContext actionContext = new ActionContext(
                    panel,
                    spec.hierarchy(),
                    spec.kpis(),
                    spec.unit(),
                    outcome.published(),
                    alerts,
                    spec.actions(),
                    request.covariates(),
                    PastActions.measuredOn(panel, request.pastActions()),
                    request.seed(),
                    request.controlShare(),
                    spec.calendar(),
                    fx);
            ActionReport actions = stages.run(
                    Stage.ACTIONS,
                    () -> recommender.recommend(actionContext),
                    report -> report.actions().size());
            MonitorReport watch = stages.run(
                    Stage.MONITOR,
                    () -> monitor.watch(watched(request, context, alerts)),
                    report -> report.checks().size());
            return new RadarRun(
                    spec,
                    manifest(request, ingested, stages, outcome),
                    ingested.report(),
                    panel,
                    outcome.published(),
                    outcome.past(),
                    outcome.accuracy(),
                    alertReport,
                    drivers,
                    actions,
                    watch,
                    alike,
                    fx,
                    request.covariates());
        }
    }

    private static void keepModels(RunRequest request, ForecastOutcome outcome) {
        RunManifest.Versions versions = request.versions();
        Map<String, String> software =
                Map.of("product", versions.product(), "java", versions.java(), "lightgbm", versions.lightgbm());
        boolean trained = request.forecast().trained().isEmpty();
        request.modelStore()
                .filter(store -> trained)
                .ifPresent(store -> outcome.models().ifPresent(models -> store.save(models.with(software))));
    }

    /**
     * Checks what only the parts can check, such as the formulas of the actions.
     *
     * @throws SpecException naming every problem
     */
    public void requireSound(RadarSpec spec) {
        List<String> problems = recommender.problems(spec.actions(), spec.kpis(), spec.hierarchy());
        if (!problems.isEmpty()) {
            throw new SpecException("Spec '" + spec.name() + "':\n  " + String.join("\n  ", problems));
        }
    }

    private record Ingested(SegmentPanel panel, IngestReport report) {}

    private static Ingested ingest(RunRequest request, RecordSource source) {
        SegmentAggregator aggregator = new SegmentAggregator(request.spec().panelLayout());
        IngestReport report = source.read(aggregator);
        if (report.rejectRate() > request.maxRejectRate()) {
            throw new InputRejectedException(tooManyRejects(report, request.maxRejectRate()));
        }
        SegmentPanel panel = aggregator.panel();
        return new Ingested(request.asOf().map(panel::asOf).orElse(panel), report);
    }

    private static String tooManyRejects(IngestReport report, double limit) {
        String shown = report.rejects().stream()
                .limit(REJECTS_SHOWN)
                .map(r -> "  " + r.file() + ":" + r.line() + " " + r.column() + " '" + r.value() + "': " + r.reason())
                .collect(Collectors.joining("\n"));
        return String.format(
                Locale.ROOT,
                "%d of %d rows are bad (%.3f %%, allowed %.3f %%). Correct the extract, or allow more with"
                        + " --max-reject-rate. The first ones:%n%s",
                report.files().stream()
                        .mapToLong(IngestReport.InputFile::rejects)
                        .sum(),
                report.rows(),
                100 * report.rejectRate(),
                100 * limit,
                shown);
    }

    private AlertReport alerts(AlertContext context) {
        return rules.stream()
                .map(rule -> rule.evaluate(context))
                .reduce(AlertReport::and)
                .orElse(AlertReport.EMPTY);
    }

    private static MonitorContext watched(RunRequest request, AlertContext context, List<Alert> alerts) {
        return new MonitorContext(
                context.panel(),
                request.spec().kpis(),
                request.spec().columnLabels(),
                request.covariates(),
                context.past(),
                alerts,
                request.forecast()
                        .trained()
                        .map(models ->
                                request.history().trainedTo(models.provenance().trainedTo()))
                        .orElse(request.history()),
                request.spec().monitoring());
    }

    private static long count(ForecastSet set) {
        return set.tables().stream()
                .mapToLong(table -> IntStream.range(0, table.nodes().size())
                        .filter(table::has)
                        .count())
                .sum();
    }

    private static RunManifest manifest(
            RunRequest request, Ingested ingested, StageClock stages, ForecastOutcome outcome) {
        SegmentPanel panel = ingested.panel();
        return new RunManifest(
                RunFingerprint.runId(request, ingested.report(), panel.months().last()),
                panel.months().last(),
                request.clock().instant(),
                request.versions(),
                request.spec().name(),
                request.spec().sha256(),
                ingested.report().files(),
                panel.segments(),
                panel.months().count(),
                request.seed(),
                request.threads(),
                stages.seconds(),
                models(request, outcome),
                outcome.accuracy().covariates(),
                request.controlShare(),
                PastActions.knownIn(panel.months().last(), request.pastActions())
                        .size(),
                RunFingerprint.series(request));
    }

    private static Optional<RunManifest.Models> models(RunRequest request, ForecastOutcome outcome) {
        Optional<ModelArchive> reused = request.forecast().trained();
        return reused.or(outcome::models)
                .map(models ->
                        new RunManifest.Models(models.id(), models.provenance().trainedTo(), reused.isPresent()));
    }
}
