package io.segmentradar.nba;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.nba.candidate.CandidateFinder;
import io.segmentradar.nba.feedback.EffectivenessSource;
import io.segmentradar.nba.plan.CapacityPlanner;
import io.segmentradar.nba.plan.PlanProblem;
import io.segmentradar.nba.plan.Planning;
import io.segmentradar.nba.rule.CompiledCatalog;
import java.util.List;

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
        CandidateFinder found = CandidateFinder.search(context, catalog, EffectivenessSource.NO_EVIDENCE);
        PlanItems items = new PlanItems(context);
        Planning planning = CapacityPlanner.plan(
                new PlanProblem(items.of(found.candidates()), context.policy().plan(), found.contactsLeft()));
        return new ReportBuilder(context, catalog, found, planning).build();
    }
}
