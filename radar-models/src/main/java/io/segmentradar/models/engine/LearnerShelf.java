package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.growth.GrowthSettings;
import io.segmentradar.models.growth.TreeShelf;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.lightgbm.TreeParameters;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The trees of one learner of one KPI in one run: taken from an archive, kept for one, or kept to explain forecasts. */
final class LearnerShelf implements TreeShelf {
    private final String kpi;
    private final String learner;
    private final SeriesBlock block;
    private final FitSchedule schedule;
    private final Optional<ModelArchive> archive;
    private List<FeatureMatrix> inputs;
    private final int explainedFrom;
    private final boolean keepsAll;
    private final TreeMap<Integer, TreeModel> open = new TreeMap<>();
    private final List<TrainedModel> kept = new ArrayList<>();

    /**
     * @param inputs of each training
     * @param explainedFrom first training whose trees stay open until {@link #close}
     * @param keepsAll whether {@link #kept} shall hold all trees
     */
    LearnerShelf(
            KpiWorkspace workspace,
            String learner,
            Optional<ModelArchive> archive,
            List<FeatureMatrix> inputs,
            int explainedFrom,
            boolean keepsAll) {
        this.kpi = workspace.kpi().id();
        this.learner = learner;
        this.block = workspace.block();
        this.schedule = workspace.schedule();
        this.archive = archive;
        this.inputs = List.copyOf(inputs);
        this.explainedFrom = explainedFrom;
        this.keepsAll = keepsAll;
    }

    @Override
    public FeatureMatrix inputs(int fit) {
        return inputs.get(fit);
    }

    @Override
    public Optional<TreeModel> saved(int fit, int horizon, int bag) {
        return archive.flatMap(models -> models.find(kpi, name(bag), month(fit), new Horizon(horizon)))
                .map(model -> {
                    List<String> problems =
                            model.schema().missingFrom(inputs.get(fit).schema());
                    if (!problems.isEmpty()) {
                        throw new ModelsRefusedException(
                                "The model " + model.name() + " does not fit: " + String.join("; ", problems));
                    }
                    TreeModel trees =
                            TreeModel.parse(model.text(), inputs.get(fit).width());
                    open.put(key(fit, horizon, bag), trees);
                    if (keepsAll) {
                        kept.add(model);
                    }
                    return trees;
                });
    }

    @Override
    public boolean isClosed() {
        return archive.isPresent();
    }

    @Override
    public boolean wants(int fit) {
        return keepsAll || fit >= explainedFrom;
    }

    @Override
    public void keep(int fit, int horizon, int bag, TreeModel trees, TreeParameters parameters) {
        open.put(key(fit, horizon, bag), trees);
        if (keepsAll) {
            Map<String, String> all = new TreeMap<>(parameters.toMap());
            all.put("num_iterations", Integer.toString(parameters.trees()));
            kept.add(new TrainedModel(
                    kpi,
                    name(bag),
                    month(fit),
                    new Horizon(horizon),
                    inputs.get(fit).schema(),
                    all,
                    trees.text()));
        }
    }

    private YearMonth month(int fit) {
        return block.months().at(schedule.fits().get(fit));
    }

    /** The first bag has the learner's name, so that archives of a single bag keep their meaning. */
    private String name(int bag) {
        return bag == 0 ? learner : learner + "_" + (bag + 1);
    }

    private static int key(int fit, int horizon, int bag) {
        return (fit * (Horizon.MAX + 1) + horizon) * GrowthSettings.MAX_BAGS + bag;
    }

    /** Trees of a training that are open, bag by bag; empty if it had none or they are closed. */
    List<TreeModel> trees(int fit, int horizon) {
        return List.copyOf(
                open.subMap(key(fit, horizon, 0), key(fit, horizon + 1, 0)).values());
    }

    /** All trees as values, in the order of training and horizon; empty unless they were to be kept. */
    List<TrainedModel> kept() {
        return kept;
    }

    /** Frees the inputs and the trees that explain nothing; nothing can be learned afterwards. */
    void closeUnexplained() {
        inputs = List.of();
        open.entrySet().removeIf(entry -> {
            boolean unexplained = entry.getKey() < key(explainedFrom, 0, 0);
            if (unexplained) {
                entry.getValue().close();
            }
            return unexplained;
        });
    }

    void close() {
        open.values().forEach(TreeModel::close);
        open.clear();
    }
}
