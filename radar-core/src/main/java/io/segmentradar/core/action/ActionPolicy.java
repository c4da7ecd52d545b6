package io.segmentradar.core.action;

import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.policy.ArbitrationPolicy;
import io.segmentradar.core.action.policy.ContactPolicy;
import java.util.Map;

/**
 * How a bank chooses actions.
 *
 * @param parameters overrides of the rules' thresholds, such as {@code deposit_growth.min_growth}
 * @param catalog the types of action
 * @param arbitration how candidates are weighed
 * @param contact how often and whom the bank may approach
 * @param plan the limits of a month
 */
public record ActionPolicy(
        Map<String, Double> parameters,
        ActionCatalog catalog,
        ArbitrationPolicy arbitration,
        ContactPolicy contact,
        PlanPolicy plan) {
    public ActionPolicy {
        parameters = Map.copyOf(parameters);
    }

    /** Weighs all alike and has no limit but {@code maxPerSegment}; with an empty catalogue nothing is recommended. */
    public ActionPolicy(Map<String, Double> parameters, int maxPerSegment) {
        this(
                parameters,
                ActionCatalog.EMPTY,
                ArbitrationPolicy.NEUTRAL,
                ContactPolicy.DEFAULT,
                PlanPolicy.unlimited(maxPerSegment));
    }

    /** Most actions for one segment in a month. */
    public int maxPerSegment() {
        return plan.maxPerSegment();
    }
}
