package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.ActionPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finished plan.
 *
 * @param chosen ids of the chosen candidates
 * @param bottlenecks for each candidate not chosen, the limit that leaves no room; none if the plan is better without
 *     it although there is room
 * @param plan objective, bound, limits
 * @param concessions limits that it does without
 */
public record Planning(
        Set<String> chosen, Map<String, Bottleneck> bottlenecks, ActionPlan plan, List<Concession> concessions) {
    public Planning {
        chosen = Set.copyOf(chosen);
        bottlenecks = Map.copyOf(bottlenecks);
        concessions = List.copyOf(concessions);
    }
}
