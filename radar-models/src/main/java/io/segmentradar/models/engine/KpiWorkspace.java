package io.segmentradar.models.engine;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.matrix.FeatureBuilder;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.AlikeKin;
import io.segmentradar.models.combine.ColdStart;
import io.segmentradar.models.combine.Combination;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.LocalCandidates;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.growth.AbsenceRegression;
import io.segmentradar.models.growth.GrowthLearner;
import io.segmentradar.models.growth.GrowthSettings;
import io.segmentradar.models.growth.HurdleLearner;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.season.SeasonalFactors;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Everything known and forecast of one KPI in a run, on all levels. */
final class KpiWorkspace {
    static final String LOG_MODEL = "lightgbm_log";
    static final String LEVEL_MODEL = "lightgbm_level";

    /** Share of non-zero values below which the signed logarithm is nearly linear. */
    private static final double UNIT_SHARE = 0.3;

    /** What is mixed before there is evidence, and remains in part after. */
    private static final Map<String, Double> PRIOR =
            Map.of(LOG_MODEL, 3.0, LEVEL_MODEL, 3.0, "mean_3", 2.0, "naive", 3.0, AbsenceRegression.NAME, 6.0);

    /** The same where most segments have a season: methods that take it out of the series come first. */
    private static final Map<String, Double> SEASONAL_PRIOR =
            Map.of(LOG_MODEL, 4.0, "theta", 3.0, LEVEL_MODEL, 1.0, AbsenceRegression.NAME, 3.0);

    /** Months known from which trees are taken for better than the regression that they build on. */
    private static final int GROWN_MONTHS = 24;

    /**
     * The pieces of {@link #candidates} in the order in which they should be begun: trees on logarithms need the verdict
     * on series from outside, which comes with the first piece.
     */
    static final List<Integer> LONGEST_FIRST = List.of(0, 2, 1, 3, 4);

    private final ForecastTask task;
    private final Kpi kpi;
    private final SeriesBlock block;
    private final FitSchedule schedule;
    private final Effort effort;
    private final AlikeKin kin;
    private final double[] values;
    private final double unit;
    private final GrowthSpace level;
    private final Optional<AbsenceRegression> absences;
    private List<SeasonalFactors> seasons;
    private final Object trial = new Object();
    private CovariateTrial.Result covariates;
    private LearnerShelf levelTrees;
    private LearnerShelf logTrees;
    private LearnerShelf hurdleTrees;

    /** How much training a panel of so many cells gets. */
    interface Effort {
        GrowthSettings of(int cells, long seed);
    }

    KpiWorkspace(ForecastTask task, Kpi kpi, SeriesBlock block, FitSchedule schedule, AlikeKin kin, Effort effort) {
        this.kin = kin;
        this.effort = effort;
        this.task = task;
        this.kpi = kpi;
        this.block = block;
        this.schedule = schedule;
        this.values = block.values(kpi.id());
        int months = block.months().count();
        int segments = block.start(block.levels().size() - 1);
        this.unit = archive()
                .map(models -> models.units().get(kpi.id()))
                .orElseGet(() ->
                        GrowthSpace.unit(values, months, segments, block.nodes(), schedule.firstOrigin(), UNIT_SHARE));
        this.level = GrowthSpace.level(values, months, unit);
        this.absences = block.hasAbsences()
                ? Optional.of(new AbsenceRegression(block, kpi.id(), level, schedule))
                : Optional.empty();
    }

    /** Names of all methods of the engine itself. */
    static Set<String> methods() {
        Set<String> names = new TreeSet<>(LocalCandidates.names());
        names.addAll(List.of(
                LEVEL_MODEL,
                LOG_MODEL,
                HurdleLearner.NAME,
                AbsenceRegression.NAME,
                Combination.NAME,
                ColdStart.NAME,
                PanelForecastEngine.UNRECONCILED));
        names.add(AccuracyReport.PUBLISHED);
        return names;
    }

    /** Whether forecasts of earlier origins and their accuracy are wanted. */
    boolean wantsPast() {
        return task.options().withPast();
    }

    private Optional<ModelArchive> archive() {
        return task.options().trained();
    }

    /** Decides once which series from outside the models may use. */
    CovariateTrial.Result judgeCovariates() {
        return judgeCovariates(() -> matrix(LEVEL_MODEL, level));
    }

    private boolean isTried() {
        return archive().isEmpty()
                && !task.options().allCovariates()
                && !task.covariates().isEmpty();
    }

    private CovariateTrial.Result withoutTrial() {
        List<String> offered = task.covariates().stream().map(MonthlySeries::id).toList();
        List<CovariateVerdict> then = archive().stream()
                .flatMap(models -> models.covariates().stream())
                .filter(verdict -> verdict.kpi().equals(kpi.id()))
                .toList();
        return new CovariateTrial.Result(Collections.nCopies(schedule.fits().size(), offered), then);
    }

    private CovariateTrial.Result judgeCovariates(Supplier<FeatureMatrix> inputs) {
        synchronized (trial) {
            if (covariates == null) {
                covariates = isTried() ? new CovariateTrial(this, task.seed()).judge(inputs.get()) : withoutTrial();
            }
            return covariates;
        }
    }

    /** Independent pieces of work that produce candidate forecasts. */
    List<Callable<List<ForecastGrid>>> candidates() {
        return List.of(
                this::levelTrees,
                () -> {
                    GrowthSpace log = GrowthSpace.log(values, unit);
                    logTrees = shelf(
                            LOG_MODEL, matrix(LOG_MODEL, log), schedule.fits().size());
                    return List.of(learn(LOG_MODEL, log, logTrees, seasons()));
                },
                () -> new LocalCandidates(block, values, schedule, seasons())
                        .forecast(kpi.kind().isSigned() ? Double.NaN : unit),
                this::absences,
                () -> new OwnForecasters(task, kpi, block, schedule).forecast());
    }

    /**
     * All candidates in the order in which the mixture looks at them: the hurdle, which came with the first piece, after
     * the methods on single series.
     */
    static List<ForecastGrid> inOrder(List<List<ForecastGrid>> pieces) {
        List<ForecastGrid> first = pieces.get(0);
        List<ForecastGrid> all = new ArrayList<>(first.subList(0, 1));
        pieces.subList(1, 3).forEach(all::addAll);
        all.addAll(first.subList(1, first.size()));
        pieces.subList(3, pieces.size()).forEach(all::addAll);
        return all;
    }

    /** The trial of series from outside and all trees on money as it is, which have their inputs in common. */
    private List<ForecastGrid> levelTrees() {
        FeatureMatrix matrix = matrix(LEVEL_MODEL, level);
        judgeCovariates(() -> matrix);
        List<ForecastGrid> grids = new ArrayList<>();
        levelTrees = shelf(LEVEL_MODEL, matrix, firstKept());
        grids.add(learn(LEVEL_MODEL, level, levelTrees, List.of()));
        grids.addAll(hurdle(matrix));
        return grids;
    }

    private List<ForecastGrid> absences() {
        return absences.map(AbsenceRegression::forecast)
                .filter(grid -> !grid.isBlank())
                .map(List::of)
                .orElse(List.of());
    }

    private List<ForecastGrid> hurdle(FeatureMatrix ofLevel) {
        boolean wanted = archive()
                .map(models -> models.models().stream()
                        .anyMatch(model ->
                                model.kpi().equals(kpi.id()) && model.learner().equals(HurdleLearner.NAME)))
                .orElseGet(() -> HurdleLearner.isFor(block, values, schedule));
        if (!wanted) {
            return List.of();
        }
        // Inputs differ where models of an archive knew others.
        FeatureMatrix matrix = archive().isPresent() ? matrix(HurdleLearner.NAME, level) : ofLevel;
        hurdleTrees = shelf(HurdleLearner.NAME, matrix, schedule.fits().size());
        ForecastGrid grid =
                new HurdleLearner(block, values, schedule, effort.of(values.length, task.seed())).forecast(hurdleTrees);
        hurdleTrees.closeUnexplained();
        return grid.isBlank() ? List.of() : List.of(grid);
    }

    /** Factors known at each training; made by whichever method needs them first. */
    private synchronized List<SeasonalFactors> seasons() {
        if (seasons == null) {
            Holidays calendar = BusinessCalendars.named(task.calendar());
            seasons = schedule.fits().stream()
                    .map(fit -> SeasonalFactors.of(block, values, calendar, fit))
                    .toList();
        }
        return seasons;
    }

    private ForecastGrid learn(String name, GrowthSpace space, LearnerShelf shelf, List<SeasonalFactors> seasons) {
        GrowthSettings settings = effort.of(values.length, task.seed());
        ForecastGrid grid = new GrowthLearner(block, values, space, schedule, settings, seasons, givenToTrees())
                .forecast(name, shelf);
        shelf.closeUnexplained();
        return grid;
    }

    /** What trees take as given; flows of both signs have nothing to go back to. */
    private Optional<AbsenceRegression> givenToTrees() {
        return absences.filter(own -> !kpi.kind().isSigned());
    }

    /** What the trees of a training, with these inputs, took as given of the growth over a horizon. */
    Optional<AbsenceRegression.Fitted> returning(FeatureMatrix inputs, int fit, Horizon horizon) {
        return givenToTrees()
                .filter(own -> AbsenceRegression.isFor(inputs))
                .map(own -> own.fit(schedule.fits().get(fit), horizon.months()));
    }

    private LearnerShelf shelf(String learner, FeatureMatrix all, int explainedFrom) {
        List<FeatureMatrix> inputs = new ArrayList<>();
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            inputs.add(inputs(all, learner, fit));
        }
        return new LearnerShelf(
                this, learner, archive(), inputs, explainedFrom, task.options().keepModels());
    }

    private FeatureMatrix inputs(FeatureMatrix all, String learner, int fit) {
        Optional<FeatureSchema> schema = schema(learner, fit);
        if (schema.isEmpty()) {
            return all.withCovariates(judgeCovariates().used().get(fit));
        }
        List<String> problems = schema.get().missingFrom(all.schema());
        if (!problems.isEmpty()) {
            throw new ModelsRefusedException("The models of " + kpi.id() + " (" + learner
                    + ") do not fit this input:\n  " + String.join("\n  ", problems));
        }
        return all.select(schema.get().features());
    }

    /** Inputs of the saved models of a training; empty without an archive, or if there was nothing to learn then. */
    private Optional<FeatureSchema> schema(String learner, int fit) {
        YearMonth month = block.months().at(schedule.fits().get(fit));
        return archive().stream()
                .flatMap(models -> models.models().stream())
                .filter(model -> model.kpi().equals(kpi.id())
                        && model.learner().equals(learner)
                        && model.trainedTo().equals(month))
                .map(TrainedModel::schema)
                .findFirst();
    }

    /** Inputs of a learner, with all series from outside that are offered. */
    private FeatureMatrix matrix(String learner, GrowthSpace space) {
        return FeatureBuilder.build(
                block,
                task.kpis(),
                kpi,
                space,
                BusinessCalendars.named(task.calendar()),
                task.covariates(),
                schema(learner, schedule.fits().size() - 1));
    }

    /** Inputs of the models that explain the forecasts of a training. */
    FeatureMatrix explainedMatrix(int fit) {
        return inputs(matrix(LEVEL_MODEL, level), LEVEL_MODEL, fit);
    }

    /**
     * Where customers are linked, the last value knows less than the regression on absences; and grown trees hold that
     * regression already: it would only count twice.
     */
    private Map<String, Double> prior(int fit) {
        Map<String, Double> prior = new TreeMap<>(seasons().get(fit).isCommon() ? SEASONAL_PRIOR : PRIOR);
        if (absences.isPresent()) {
            prior.remove("naive");
        }
        if (givenToTrees().isPresent() && schedule.fits().get(fit) + 1 >= GROWN_MONTHS) {
            prior.remove(AbsenceRegression.NAME);
        }
        return prior;
    }

    ForecastGrid combine(List<ForecastGrid> all) {
        List<ForecastGrid> candidates = Combination.mixable(all);
        NodeKind[][] kinds = new NodeKind[schedule.fits().size()][];
        double[][] priors = new double[kinds.length][];
        for (int fit = 0; fit < kinds.length; fit++) {
            priors[fit] = Combination.prior(candidates, prior(fit));
            kinds[fit] = NodeKind.classify(block, values, schedule.fits().get(fit));
        }
        ForecastGrid mixed = new Combination(block, values, level, schedule, candidates, kinds, priors)
                .combine(kpi.kind().isSigned());
        ColdStart young = new ColdStart(block, values, level, schedule, kin);
        return young.blend(mixed, young.forecast(kpi.kind().isSigned()));
    }

    /** Name of the method behind a forecast. */
    String method(int node, int origin) {
        boolean young = new ColdStart(block, values, level, schedule, kin).isYoung(node, origin)
                && !NodeKind.isConstant(values, node * block.months().count() + origin, origin);
        return young ? ColdStart.NAME : Combination.NAME;
    }

    /** First training whose models explain forecasts: the one in force a month ago, and the published one. */
    private int firstKept() {
        return schedule.fitOf(Math.max(schedule.firstOrigin(), schedule.lastOrigin() - 1));
    }

    /** The level-space trees of a training, bag by bag, if they are kept to explain. */
    List<TreeModel> explaining(int fit, Horizon horizon) {
        return levelTrees.trees(fit, horizon.months());
    }

    /** Everything trained, as values; empty unless it was to be kept. */
    List<TrainedModel> trained() {
        List<TrainedModel> all = new ArrayList<>(levelTrees.kept());
        all.addAll(logTrees.kept());
        if (hurdleTrees != null) {
            all.addAll(hurdleTrees.kept());
        }
        return all;
    }

    void closeModels() {
        Stream.of(levelTrees, logTrees, hurdleTrees).filter(Objects::nonNull).forEach(LearnerShelf::close);
    }

    SeriesBlock block() {
        return block;
    }

    FitSchedule schedule() {
        return schedule;
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
