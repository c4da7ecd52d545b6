package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.matrix.FeatureBuilder;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.Combination;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.LocalCandidates;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.growth.GrowthLearner;
import io.segmentradar.models.growth.GrowthSettings;
import io.segmentradar.models.lightgbm.TreeModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Everything known and forecast of one KPI in a run, on all levels. */
final class KpiWorkspace {
    static final String LOG_MODEL = "lightgbm_log";
    static final String LEVEL_MODEL = "lightgbm_level";

    /** Share of non-zero values below which the signed logarithm is nearly linear. */
    private static final double UNIT_SHARE = 0.3;

    /** What is mixed before there is evidence, and remains in part after. */
    private static final Map<String, Double> PRIOR = Map.of(LOG_MODEL, 3.0, LEVEL_MODEL, 3.0, "mean_3", 2.0);

    private final ForecastTask task;
    private final Kpi kpi;
    private final SeriesBlock block;
    private final FitSchedule schedule;
    private final double[] values;
    private final double unit;
    private final GrowthSpace level;
    private final List<TreeModel> keptModels = new ArrayList<>();

    KpiWorkspace(ForecastTask task, Kpi kpi, SeriesBlock block, FitSchedule schedule) {
        this.task = task;
        this.kpi = kpi;
        this.block = block;
        this.schedule = schedule;
        this.values = block.values(kpi.id());
        int months = block.months().count();
        int segments = block.start(block.levels().size() - 1);
        this.unit = GrowthSpace.unit(values, months, segments, block.nodes(), schedule.firstOrigin(), UNIT_SHARE);
        this.level = GrowthSpace.level(values, months, unit);
    }

    /** Independent pieces of work that produce candidate forecasts. */
    List<Callable<List<ForecastGrid>>> candidates() {
        return List.of(
                () -> List.of(learn(LEVEL_MODEL, level, firstKept(), keptModels)),
                () -> List.of(learn(LOG_MODEL, GrowthSpace.log(values, unit), Integer.MAX_VALUE, new ArrayList<>())),
                () -> new LocalCandidates(block, values, schedule)
                        .forecast(kpi.kind().isSigned() ? Double.NaN : unit));
    }

    private ForecastGrid learn(String name, GrowthSpace space, int keep, List<TreeModel> kept) {
        return new GrowthLearner(block, values, space, matrix(space), schedule, GrowthSettings.standard(task.seed()))
                .forecast(name, keep, kept);
    }

    FeatureMatrix matrix(GrowthSpace space) {
        return FeatureBuilder.build(
                block, task.kpis(), kpi, space, BusinessCalendars.named(task.calendar()), task.covariates());
    }

    ForecastGrid combine(List<ForecastGrid> all) {
        List<ForecastGrid> candidates = Combination.mixable(all);
        NodeKind[][] kinds = new NodeKind[schedule.fits().size()][];
        for (int fit = 0; fit < kinds.length; fit++) {
            kinds[fit] = NodeKind.classify(block, values, schedule.fits().get(fit));
        }
        return new Combination(block, values, level, schedule, candidates, kinds, Combination.prior(candidates, PRIOR))
                .combine(kpi.kind().isSigned());
    }

    /** First training whose models explain forecasts: the one in force a month ago, and the published one. */
    private int firstKept() {
        return schedule.fitOf(Math.max(schedule.firstOrigin(), schedule.lastOrigin() - 1));
    }

    /** Kept level-space models of a training, horizon by horizon; empty if that training is not kept. */
    List<TreeModel> models(int fit) {
        int from = (fit - firstKept()) * Horizon.MAX;
        boolean kept = fit >= firstKept() && from + Horizon.MAX <= keptModels.size();
        return kept ? keptModels.subList(from, from + Horizon.MAX) : List.of();
    }

    void closeModels() {
        keptModels.forEach(TreeModel::close);
    }

    Kpi kpi() {
        return kpi;
    }

    double[] values() {
        return values;
    }

    double unit() {
        return unit;
    }

    GrowthSpace level() {
        return level;
    }
}
