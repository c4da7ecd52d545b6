package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Forecaster;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.AlikeKin;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.conformal.ErrorScale;
import io.segmentradar.models.growth.GrowthSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/**
 * The forecast stage on one machine: candidate methods at every origin, their nested combination, conformal
 * distributions, and the back-test of exactly what is published.
 */
public final class PanelForecastEngine implements ForecastEngine {
    /** Name in the accuracy report of the mixture before levels are made to add up. */
    static final String UNRECONCILED = "combination_unreconciled";

    private final List<Forecaster> forecasters;
    private final KpiWorkspace.Effort effort;

    /** An engine that combines its methods with every {@link Forecaster} found with {@link ServiceLoader}. */
    public PanelForecastEngine() {
        this(ServiceLoader.load(Forecaster.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    /**
     * @param forecasters further methods that take part in the combination of every task
     */
    public PanelForecastEngine(List<Forecaster> forecasters) {
        this(forecasters, GrowthSettings::standard);
    }

    /** An engine that trains with another effort, such as one that a property test can afford. */
    PanelForecastEngine(List<Forecaster> forecasters, KpiWorkspace.Effort effort) {
        this.forecasters = List.copyOf(forecasters);
        this.effort = effort;
    }

    @Override
    public ForecastOutcome forecast(ForecastTask asked) {
        List<Forecaster> further = new ArrayList<>(forecasters);
        further.addAll(asked.options().forecasters());
        OwnForecasters.requireDistinct(further, KpiWorkspace.methods());
        ForecastTask task = asked.with(asked.options().with(further));
        FitSchedule schedule = schedule(task);
        SeriesBlock block = SeriesBlock.of(task.panel(), task.hierarchy(), task.kpis());
        AlikeKin kin = new AlikeKin(block, task.kpis());
        List<KpiWorkspace> workspaces = new ArrayList<>();
        for (Kpi kpi : task.kpis().kpis()) {
            workspaces.add(new KpiWorkspace(task, kpi, block, schedule, kin, effort));
        }
        try (WorkPool pool = new WorkPool(task.threads())) {
            List<List<ForecastGrid>> candidates = candidates(pool, workspaces);
            List<CovariateVerdict> verdicts = workspaces.stream()
                    .flatMap(workspace -> workspace.judgeCovariates().verdicts().stream())
                    .toList();
            List<Callable<KpiReport>> work = new ArrayList<>();
            for (int k = 0; k < workspaces.size(); k++) {
                int number = k;
                // What a KPI's report has used is let go: the candidates of all KPIs are the most that a run holds.
                work.add(() -> report(
                        workspaces.get(number), block, schedule, task.reconciler(), candidates.set(number, List.of())));
            }
            Optional<ModelArchive> models = task.options().keepModels()
                    ? Optional.of(archive(task, block, workspaces, verdicts))
                    : Optional.empty();
            return outcome(pool.all(work), new CombinedExplainer(block, schedule, workspaces), verdicts, models);
        }
    }

    private static FitSchedule schedule(ForecastTask task) {
        MonthAxis months = task.panel().months();
        BacktestPlan plan = task.options().backtest();
        return task.options()
                .trained()
                .map(archive -> FitSchedule.reusing(months, plan, requireFitting(archive, task)))
                .orElseGet(() -> FitSchedule.of(months, plan));
    }

    private static ModelArchive requireFitting(ModelArchive archive, ForecastTask task) {
        List<String> problems = new ArrayList<>();
        if (!archive.provenance().calendar().equals(task.calendar())) {
            problems.add("the models were trained with the calendar '"
                    + archive.provenance().calendar() + "', the spec has '" + task.calendar() + "'");
        }
        for (String kpi : task.kpis().ids()) {
            if (!archive.units().containsKey(kpi)) {
                problems.add("there is no model of the KPI '" + kpi + "'; there are models of "
                        + archive.units().keySet());
            }
        }
        if (!problems.isEmpty()) {
            throw new ModelsRefusedException("The models do not fit this spec:\n  " + String.join("\n  ", problems));
        }
        return archive;
    }

    private static ModelArchive archive(
            ForecastTask task, SeriesBlock block, List<KpiWorkspace> workspaces, List<CovariateVerdict> verdicts) {
        Optional<ModelArchive> used = task.options().trained();
        if (used.isPresent()) {
            return used.get();
        }
        Map<String, Double> units = new LinkedHashMap<>();
        List<TrainedModel> models = new ArrayList<>();
        for (KpiWorkspace workspace : workspaces) {
            units.put(workspace.kpi().id(), workspace.unit());
            models.addAll(workspace.trained());
        }
        Provenance provenance = new Provenance(
                block.months().last(), PanelDigest.sha256(block), task.calendar(), task.seed(), Map.of());
        return new ModelArchive(provenance, units, models, verdicts);
    }

    private static KpiReport report(
            KpiWorkspace workspace,
            SeriesBlock block,
            FitSchedule schedule,
            Reconciler method,
            List<ForecastGrid> candidates) {
        ErrorScale scale = ErrorScale.of(block, workspace.values(), workspace.level(), schedule.firstOrigin());
        ForecastGrid mixed = workspace.combine(candidates);
        ForecastGrid coherent = new GridReconciler(
                        block, workspace.values(), scale, workspace.kpi().kind().isSigned())
                .reconcile(mixed, method);
        List<ForecastGrid> compared = new ArrayList<>(candidates);
        compared.add(mixed.named(UNRECONCILED));
        return new KpiReport(workspace, block, schedule, scale, coherent, compared)
                .adjustedFrom(mixed)
                .run(workspace.wantsPast());
    }

    /** Candidates by KPI. What takes long is begun first, for all KPIs: no worker idles at the end. */
    private static List<List<ForecastGrid>> candidates(WorkPool pool, List<KpiWorkspace> workspaces) {
        List<List<Callable<List<ForecastGrid>>>> byKpi =
                workspaces.stream().map(KpiWorkspace::candidates).toList();
        List<Callable<List<ForecastGrid>>> work = new ArrayList<>();
        for (int kind : KpiWorkspace.LONGEST_FIRST) {
            byKpi.forEach(own -> work.add(own.get(kind)));
        }
        List<List<ForecastGrid>> parts = pool.all(work);
        List<List<ForecastGrid>> candidates = new ArrayList<>();
        for (int k = 0; k < byKpi.size(); k++) {
            List<List<ForecastGrid>> own = new ArrayList<>();
            for (int kind = 0; kind < byKpi.get(k).size(); kind++) {
                own.add(parts.get(KpiWorkspace.LONGEST_FIRST.indexOf(kind) * byKpi.size() + k));
            }
            candidates.add(KpiWorkspace.inOrder(own));
        }
        return candidates;
    }

    private static ForecastOutcome outcome(
            List<KpiReport> reports,
            CombinedExplainer explainer,
            List<CovariateVerdict> verdicts,
            Optional<ModelArchive> models) {
        List<ForecastTable> past = new ArrayList<>();
        List<ForecastTable> latest = new ArrayList<>();
        List<AccuracyReport.Row> rows = new ArrayList<>();
        List<LevelAdjustment> adjustments = new ArrayList<>();
        for (KpiReport report : reports) {
            past.addAll(report.past());
            latest.addAll(report.latest());
            rows.addAll(report.accuracy());
            adjustments.addAll(report.adjustments());
        }
        ForecastSet published = new ForecastSet(latest);
        ForecastSet history = new ForecastSet(past);
        return new ForecastOutcome(
                published,
                history,
                new AccuracyReport(rows, verdicts, adjustments),
                explainer.explaining(published, history),
                models);
    }
}
