package io.segmentradar.core.action;

import java.util.Map;

/**
 * How a bank chooses actions.
 *
 * @param parameters named numbers of the rules, such as {@code deposit_growth.min_change}; each rule has defaults
 * @param maxPerSegment most actions for one segment in a month
 */
public record ActionPolicy(Map<String, Double> parameters, int maxPerSegment) {
    public ActionPolicy {
        parameters = Map.copyOf(parameters);
        if (maxPerSegment < 1) {
            throw new IllegalArgumentException("maxPerSegment must be at least 1, got " + maxPerSegment);
        }
    }
}
