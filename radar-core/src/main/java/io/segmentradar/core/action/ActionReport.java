package io.segmentradar.core.action;

import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.fx.FxRegime;
import java.util.List;
import java.util.Optional;

/**
 * What the recommender found in a month.
 *
 * @param actions all candidates, best first: the planned, the control group and those dropped with the reason why not
 * @param funnel how many pairs of segment and type each stage removed, and which
 * @param silentRules types of the catalogue that no segment triggered
 * @param unanswered segments with a critical or high alert and no candidate, each with the reason
 * @param fx state of the exchange rate that the rules saw; empty without one
 */
public record ActionReport(
        List<RecommendedAction> actions,
        ActionPlan plan,
        PolicyFunnel funnel,
        List<String> silentRules,
        List<UnansweredAlert> unanswered,
        Optional<FxRegime> fx) {
    public static final ActionReport EMPTY =
            new ActionReport(List.of(), ActionPlan.EMPTY, PolicyFunnel.EMPTY, List.of(), List.of());

    public ActionReport {
        actions = List.copyOf(actions);
        silentRules = List.copyOf(silentRules);
        unanswered = List.copyOf(unanswered);
    }

    /** Without an exchange rate. */
    public ActionReport(
            List<RecommendedAction> actions,
            ActionPlan plan,
            PolicyFunnel funnel,
            List<String> silentRules,
            List<UnansweredAlert> unanswered) {
        this(actions, plan, funnel, silentRules, unanswered, Optional.empty());
    }
}
