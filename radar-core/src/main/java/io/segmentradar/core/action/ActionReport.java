package io.segmentradar.core.action;

import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyFunnel;
import java.util.List;

/**
 * What the recommender found in a month.
 *
 * @param actions all candidates, best first: the planned, the control group and those dropped with the reason why not
 * @param funnel how many pairs of segment and type each stage removed, and which
 * @param silentRules types of the catalogue that no segment triggered
 * @param unanswered segments with a critical or high alert and no candidate, each with the reason
 */
public record ActionReport(
        List<RecommendedAction> actions,
        ActionPlan plan,
        PolicyFunnel funnel,
        List<String> silentRules,
        List<UnansweredAlert> unanswered) {
    public static final ActionReport EMPTY =
            new ActionReport(List.of(), ActionPlan.EMPTY, PolicyFunnel.EMPTY, List.of(), List.of());

    public ActionReport {
        actions = List.copyOf(actions);
        silentRules = List.copyOf(silentRules);
        unanswered = List.copyOf(unanswered);
    }
}
