package io.segmentradar.http.api;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code GET /api/plan/}: how good the month's plan is, its limits with their use and shadow price, and how many pairs
 * of segment and action type each policy stage removed. Sums of the whole bank: a reader with a scope does not get them.
 */
final class PlanEndpoint {
    private PlanEndpoint() {}

    static Answer answer(Query query) {
        if (query.view().visibility().isScoped()) {
            throw scoped();
        }
        ActionReport report = query.view().run().actionReport();
        Map<String, Object> json = fields(report.plan());
        Map<String, Object> funnel = new LinkedHashMap<>();
        funnel.put("entered", report.funnel().entered());
        for (PolicyStage stage : PolicyStage.values()) {
            funnel.put(stage.name(), report.funnel().removed(stage));
        }
        json.put("funnel", funnel);
        json.put(
                "unanswered",
                report.unanswered().stream()
                        .filter(alert -> query.view().segment(alert.segment()).isPresent())
                        .map(Wire::fields)
                        .toList());
        return new Answer.Document(json);
    }

    /** What was given up is told in English under its old name, and in both languages beside it. */
    static Map<String, Object> fields(ActionPlan plan) {
        Map<String, Object> json = new LinkedHashMap<>(Wire.fields(plan));
        json.put("relaxed", plan.relaxed().stream().map(Label::en).toList());
        json.put("relaxed_labels", plan.relaxed());
        json.put("gap", plan.gap());
        return json;
    }

    static Problem scoped() {
        return new Problem(
                403, "forbidden", "Forbidden", "The plan is one for the whole bank and cannot be split by scope");
    }
}
