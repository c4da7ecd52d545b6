package io.segmentradar.nba;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.policy.ArbitrationPolicy.RelationshipWeight;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.nba.candidate.CandidateFinder;
import io.segmentradar.nba.feedback.EffectivenessSource;
import io.segmentradar.nba.feedback.PilotEvidence;
import io.segmentradar.nba.plan.CapacityPlanner;
import io.segmentradar.nba.plan.PlanProblem;
import io.segmentradar.nba.plan.Planning;
import io.segmentradar.nba.rule.CompiledCatalog;
import java.util.List;
import java.util.stream.Stream;

/** Recommends by a bank's catalogue: rules find candidates, worth ranks them, capacity decides. Stateless. */
public final class NextBestAction implements ActionRecommender {
    @Override
    public List<String> problems(ActionPolicy policy, KpiCatalog kpis, SegmentHierarchy hierarchy) {
        return new CompiledCatalog(policy, kpis, hierarchy).problems();
    }

    @Override
    public ActionReport recommend(ActionContext context) {
        CompiledCatalog catalog = new CompiledCatalog(context.policy(), context.kpis(), context.hierarchy());
        if (!catalog.problems().isEmpty()) {
            throw new IllegalArgumentException(
                    "The action catalogue cannot be used:\n  " + String.join("\n  ", catalog.problems()));
        }
        CandidateFinder found = CandidateFinder.search(context, catalog, evidence(context));
        PlanItems items = new PlanItems(context);
        Planning planning = CapacityPlanner.plan(
                new PlanProblem(items.of(found.candidates()), context.policy().plan(), found.contactsLeft()));
        return new ReportBuilder(context, catalog, found, planning).build();
    }

    /** Cells are the diversity dimension by the first dimension with relationship weights: industry by grade. */
    private static EffectivenessSource evidence(ActionContext context) {
        List<String> dimensions = context.hierarchy().dimensions().stream()
                .map(SegmentDimension::id)
                .toList();
        Stream<String> wanted = Stream.concat(
                Stream.of(context.policy().plan().diversityDimension()),
                context.policy().arbitration().relationship().stream()
                        .map(RelationshipWeight::dimension)
                        .limit(1));
        List<Integer> cell =
                wanted.map(dimensions::indexOf).filter(d -> d >= 0).distinct().toList();
        SegmentIndex index = context.panel().index();
        return new PilotEvidence(
                context.history(),
                cell,
                id -> index.row(id).stream().mapToObj(index::key).findFirst());
    }
}
