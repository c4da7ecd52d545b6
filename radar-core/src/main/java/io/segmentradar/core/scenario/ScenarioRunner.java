package io.segmentradar.core.scenario;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.scenario.ScenarioProgress.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Runs scenarios on a stored run: the same trained models on changed inputs, then alerts and actions from what they say.
 * The base is made in the same way from unchanged inputs, once; its forecasts are those of the run. Not thread-safe.
 */
public final class ScenarioRunner {
    /** The run has the forecasts of earlier origins already. */
    private static final ForecastOptions NEWEST = ForecastOptions.STANDARD.withoutPast();

    private final ForecastEngine engine;
    private final List<AlertRule> rules;
    private final ActionRecommender recommender;
    private final RadarRun run;
    private final List<MonthlySeries> series;
    private final ModelArchive models;
    private final Made base;
    private final boolean baseDiffers;

    /** What comes out of one set of inputs. */
    private record Made(ForecastSet published, AlertReport alerts, ActionReport actions) {}

    /** Prepares the base and tells nobody how it advances. */
    public ScenarioRunner(
            ForecastEngine engine,
            List<AlertRule> rules,
            ActionRecommender recommender,
            RadarRun run,
            Optional<ModelArchive> models) {
        this(engine, rules, recommender, run, models, ScenarioProgress.SILENT);
    }

    /**
     * Prepares the base; trains if no models are given.
     *
     * @param models that made the run's forecasts; empty to train them again from the run's data and seed
     */
    public ScenarioRunner(
            ForecastEngine engine,
            List<AlertRule> rules,
            ActionRecommender recommender,
            RadarRun run,
            Optional<ModelArchive> models,
            ScenarioProgress progress) {
        this.engine = engine;
        this.rules = List.copyOf(rules);
        this.recommender = recommender;
        this.run = run;
        this.series = run.covariates();
        ForecastOptions options = models.map(NEWEST::reusing).orElseGet(NEWEST::keepingModels);
        progress.started(Step.BASE_FORECASTS);
        try (ForecastOutcome outcome = engine.forecast(task(options))) {
            this.models = models.or(outcome::models).orElseThrow();
            progress.started(Step.BASE_ACTIONS);
            this.base = made(run.panel(), outcome.published(), run.spec().actions(), series, run.fx());
        }
        this.baseDiffers = !same(run.published(), base.published());
    }

    private ForecastTask task(ForecastOptions options) {
        return run.spec()
                .forecastTask(
                        run.panel(),
                        series,
                        run.manifest().seed(),
                        run.manifest().threads())
                .with(options);
    }

    /** The run this runner answers for. */
    public String runId() {
        return run.manifest().runId();
    }

    /** The models that answer, those given or those trained for the base. */
    public ModelArchive models() {
        return models;
    }

    /**
     * Whether the run knows what a scenario names; costs nothing.
     *
     * @throws ScenarioException naming everything that the run does not know
     */
    public static void requireKnown(RadarRun run, Scenario scenario) {
        new ScenarioGuards(run, run.covariates(), scenario).requireKnown();
    }

    /** Answers and tells nobody how it advances. */
    public ScenarioOutcome run(Scenario scenario) {
        return run(scenario, ScenarioProgress.SILENT);
    }

    /**
     * @throws ScenarioException if the scenario names what the run does not know
     */
    public ScenarioOutcome run(Scenario scenario, ScenarioProgress progress) {
        ScenarioGuards guards = new ScenarioGuards(run, series, scenario);
        guards.requireKnown();
        progress.started(Step.FORECASTS);
        ChangedInputs inputs = new ChangedInputs(run, scenario);
        SegmentPanel panel = inputs.panel();
        boolean moved =
                !scenario.shocks().isEmpty() || usesAny(scenario.covariates().keySet());
        ForecastSet published = moved ? forecasts(scenario, inputs, panel) : base.published();
        progress.started(Step.ACTIONS);
        Made then = made(panel, published, inputs.policy(), inputs.covariates(series, 1), inputs.fx());
        List<ScenarioNote> notes = new ArrayList<>(guards.notes(models));
        if (baseDiffers) {
            notes.add(new ScenarioNote(
                    ScenarioNote.Kind.BASE_DIFFERS,
                    runId(),
                    new Label(
                            "기준이 저장된 예측과 다릅니다. 다른 버전, 옵션 또는 모형으로 만든 실행입니다",
                            "the base is not the stored forecast: the run was made by another version, with other"
                                    + " options or models")));
        }
        return new ScenarioOutcome(
                scenario,
                notes,
                differences(base.published(), published),
                without(then.alerts(), base.alerts()),
                without(base.alerts(), then.alerts()),
                withoutActions(then.actions(), base.actions()),
                withoutActions(base.actions(), then.actions()),
                base.actions().plan().expectedValue(),
                then.actions().plan().expectedValue());
    }

    /** Whether any model uses one of these series; what none uses cannot move a forecast. */
    private boolean usesAny(Set<String> covariates) {
        return run.spec().kpis().ids().stream()
                .flatMap(kpi -> models.covariatesOf(kpi).stream())
                .anyMatch(covariates::contains);
    }

    /** Forecasts on the changed inputs; horizon by horizon where a series takes a course over the months ahead. */
    private ForecastSet forecasts(Scenario scenario, ChangedInputs inputs, SegmentPanel panel) {
        boolean flat = scenario.covariates().values().stream().allMatch(CovariateShift::isFlat);
        if (flat || !usesAny(scenario.covariates().keySet())) {
            return again(panel, inputs.covariates(series, 1));
        }
        List<ForecastSet> byHorizon = new ArrayList<>();
        for (Horizon horizon : Horizon.ALL) {
            byHorizon.add(again(panel, inputs.covariates(series, horizon.months())));
        }
        List<ForecastTable> tables = new ArrayList<>();
        for (ForecastTable table : byHorizon.get(0).tables()) {
            tables.add(byHorizon
                    .get(table.horizon().months() - 1)
                    .table(table.level(), table.kpi(), table.origin(), table.horizon())
                    .orElseThrow());
        }
        return new ForecastSet(tables);
    }

    private ForecastSet again(SegmentPanel panel, List<MonthlySeries> covariates) {
        ForecastTask task = task(NEWEST).again(models, panel, covariates);
        try (ForecastOutcome outcome = engine.forecast(task)) {
            return outcome.published();
        }
    }

    private Made made(
            SegmentPanel panel,
            ForecastSet published,
            ActionPolicy policy,
            List<MonthlySeries> covariates,
            FxReport fx) {
        AlertContext context = new AlertContext(
                panel,
                run.spec().hierarchy(),
                run.spec().kpis(),
                run.past(),
                published,
                run.spec().alerts(),
                run.spec().amountLabels(),
                run.spec().calendar());
        AlertReport alerts = rules.stream()
                .map(rule -> rule.evaluate(context))
                .reduce(AlertReport::and)
                .orElse(AlertReport.EMPTY);
        ActionReport actions = recommender.recommend(new ActionContext(
                panel,
                run.spec().hierarchy(),
                run.spec().kpis(),
                run.spec().unit(),
                published,
                alerts.raised(),
                policy,
                covariates,
                List.of(),
                run.manifest().seed(),
                0,
                run.spec().calendar(),
                fx));
        return new Made(published, alerts, actions);
    }

    private static List<ScenarioDifference> differences(ForecastSet base, ForecastSet then) {
        List<ScenarioDifference> differences = new ArrayList<>();
        for (ForecastTable table : base.tables()) {
            ForecastTable other = then.table(table.level(), table.kpi(), table.origin(), table.horizon())
                    .orElseThrow();
            for (int node = 0; node < table.nodes().size(); node++) {
                if (table.has(node) && other.has(node)) {
                    differences.add(new ScenarioDifference(table.forecast(node), other.forecast(node)));
                }
            }
        }
        return differences;
    }

    private static boolean same(ForecastSet stored, ForecastSet made) {
        for (ForecastTable table : stored.tables()) {
            Optional<ForecastTable> other = made.table(table.level(), table.kpi(), table.origin(), table.horizon());
            for (int node = 0; node < table.nodes().size(); node++) {
                if (other.isEmpty() || table.has(node) != other.get().has(node)) {
                    return false;
                }
                if (table.has(node) && !table.forecast(node).equals(other.get().forecast(node))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static List<Alert> without(AlertReport report, AlertReport other) {
        Set<CaseSubject> known =
                new HashSet<>(other.raised().stream().map(CaseSubject::of).toList());
        return report.raised().stream()
                .filter(alert -> !known.contains(CaseSubject.of(alert)))
                .toList();
    }

    private static List<RecommendedAction> withoutActions(ActionReport report, ActionReport other) {
        Set<String> known = new HashSet<>(other.actions().stream()
                .filter(RecommendedAction::isPlanned)
                .map(RecommendedAction::id)
                .toList());
        return report.actions().stream()
                .filter(action -> action.isPlanned() && !known.contains(action.id()))
                .toList();
    }
}
