package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.features.matrix.Feature;
import io.segmentradar.features.matrix.FeatureGroup;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.lightgbm.TreeModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Explains forecasts by the TreeSHAP contributions of the global model in money, which are additive there, plus what
 * the other methods of the mixture and the adding-up of levels changed. Together they are exactly the forecast minus the
 * last value.
 */
final class CombinedExplainer implements ForecastExplainer {
    private static final String OTHERS = "combination";
    private static final Label OTHERS_LABEL = new Label("다른 예측모형과의 결합", "combination with other methods");
    private static final String USUAL = "usual";
    private static final Label USUAL_LABEL = new Label("전체 세그먼트의 평균적 변화", "usual change over all segments");

    private static final Label RETURN = new Label("부재 고객의 복귀와 평소 금액", "return of absent customers, and what is usual");
    private static final Label WAY_BACK = new Label("지난달들 수준으로의 회귀", "way back to the months before");

    private final SeriesBlock block;
    private final FitSchedule schedule;
    private final Map<String, KpiWorkspace> workspaces = new LinkedHashMap<>();
    private ForecastSet published;
    private ForecastSet past;

    CombinedExplainer(SeriesBlock block, FitSchedule schedule, List<KpiWorkspace> workspaces) {
        this.block = block;
        this.schedule = schedule;
        workspaces.forEach(workspace -> this.workspaces.put(workspace.kpi().id(), workspace));
    }

    CombinedExplainer explaining(ForecastSet published, ForecastSet past) {
        this.published = published;
        this.past = past;
        return this;
    }

    @Override
    public List<Explanation> explain(List<Request> requests) {
        Map<Integer, FeatureMatrix> matrices = new HashMap<>();
        Explanation[] explanations = new Explanation[requests.size()];
        // KPI by KPI, so that only the matrices of one are in memory at a time.
        for (KpiWorkspace workspace : workspaces.values()) {
            matrices.clear();
            for (int i = 0; i < explanations.length; i++) {
                Request request = requests.get(i);
                if (request.kpi().equals(workspace.kpi().id())) {
                    explanations[i] = explain(request, workspace, matrices);
                }
            }
        }
        for (int i = 0; i < explanations.length; i++) {
            if (explanations[i] == null) {
                throw new IllegalArgumentException(
                        "No KPI '" + requests.get(i).kpi() + "'; known: " + workspaces.keySet());
            }
        }
        return List.of(explanations);
    }

    private Explanation explain(Request request, KpiWorkspace workspace, Map<Integer, FeatureMatrix> matrices) {
        int origin = block.months().indexOf(request.origin());
        ForecastSet set = origin == schedule.lastOrigin() ? published : past;
        Optional<ForecastTable> table = set.table(request.level(), request.kpi(), request.origin(), request.horizon());
        OptionalInt row =
                table.map(found -> found.nodes().row(request.segment())).orElse(OptionalInt.empty());
        if (row.isEmpty() || !table.get().has(row.getAsInt())) {
            return new Explanation(request, Double.NaN, Double.NaN, List.of());
        }
        int cell = node(request.level(), request.segment()) * block.months().count() + origin;
        double last = workspace.values()[cell];
        double forecast = table.get().point(row.getAsInt());
        int fit = schedule.fitOf(origin);
        List<TreeModel> bags = workspace.explaining(fit, request.horizon());
        if (bags.isEmpty()) {
            return new Explanation(request, last, forecast, List.of());
        }
        FeatureMatrix matrix = matrices.computeIfAbsent(fit, workspace::explainedMatrix);
        List<Contribution> regression = regression(matrix, cell, workspace, fit, request.horizon());
        return new Explanation(
                request, last, forecast, contributions(matrix, bags, cell, workspace, forecast - last, regression));
    }

    private int node(String level, SegmentId segment) {
        for (int l = 0; l < block.levels().size(); l++) {
            if (block.levels().get(l).id().equals(level)) {
                return block.start(l) + block.index(l).row(segment).orElseThrow();
            }
        }
        throw new IllegalArgumentException("No level '" + level + "'");
    }

    /** What the trees took as given: the return of absent customers and the way back to the months before. */
    private static List<Contribution> regression(
            FeatureMatrix matrix, int cell, KpiWorkspace workspace, int fit, Horizon horizon) {
        double money = workspace.level().scale(cell);
        return workspace
                .returning(matrix, fit, horizon)
                .map(fitted -> fitted.parts(cell))
                .filter(parts -> !Double.isNaN(parts[0] + parts[1]))
                .map(parts -> List.of(
                        of(FeatureGroup.ABSENCE, RETURN, parts[0] * money),
                        of(FeatureGroup.MOMENTUM, WAY_BACK, parts[1] * money)))
                .orElse(List.of());
    }

    private static Contribution of(FeatureGroup group, Label feature, double money) {
        return new Contribution(group.id(), group.label(), feature, money);
    }

    private static List<Contribution> contributions(
            FeatureMatrix matrix,
            List<TreeModel> bags,
            int cell,
            KpiWorkspace workspace,
            double change,
            List<Contribution> regression) {
        double money = workspace.level().scale(cell);
        double[] shap = new double[matrix.width() + 1];
        for (TreeModel bag : bags) {
            double[] own = bag.contributions(matrix.gather(new int[] {cell}), 1);
            for (int f = 0; f < shap.length; f++) {
                shap[f] += own[f] / bags.size();
            }
        }
        List<Contribution> contributions = new ArrayList<>(regression);
        double explained = regression.stream().mapToDouble(Contribution::money).sum();
        for (int f = 0; f < matrix.width(); f++) {
            Feature feature = matrix.features().get(f);
            if (shap[f] != 0) {
                contributions.add(new Contribution(
                        feature.group().id(), feature.group().label(), feature.label(), shap[f] * money));
            }
            explained += shap[f] * money;
        }
        double usual = shap[matrix.width()] * money;
        contributions.add(new Contribution(USUAL, USUAL_LABEL, USUAL_LABEL, usual));
        contributions.add(new Contribution(OTHERS, OTHERS_LABEL, OTHERS_LABEL, change - explained - usual));
        return contributions;
    }

    @Override
    public void close() {
        workspaces.values().forEach(KpiWorkspace::closeModels);
    }
}
