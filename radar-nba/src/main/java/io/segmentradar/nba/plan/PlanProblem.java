package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanPolicy;
import java.util.List;
import java.util.Map;

/**
 * What to plan.
 *
 * @param contactsLeft contacts that a segment (by row) may still have this month, if fewer than the policy's
 *     {@code maxPerSegment}
 */
public record PlanProblem(List<PlanItem> items, PlanPolicy policy, Map<Integer, Integer> contactsLeft) {
    public PlanProblem {
        items = List.copyOf(items);
        contactsLeft = Map.copyOf(contactsLeft);
    }

    int segmentLimit(int segment) {
        return Math.min(policy.maxPerSegment(), contactsLeft.getOrDefault(segment, Integer.MAX_VALUE));
    }

    double hours(PlanItem item) {
        return policy.hoursOf(item.owner(), item.area());
    }
}
