package io.segmentradar.core.action.policy;

import io.segmentradar.core.action.catalog.RuleExpression;
import java.util.Optional;
import java.util.Set;

/**
 * How often and whom the bank may approach.
 *
 * @param coolDownMonths months for which a type is not repeated for a segment after it was planned; 0 for none
 * @param coolDownAfterDecline the same after the customer declined
 * @param maxPerMonth most contacts with one segment in a month, at least 1
 * @param excluded ids of segments that must not be contacted
 * @param consent true where the customers have agreed to be contacted; no formula means that no consent is needed
 */
public record ContactPolicy(
        int coolDownMonths,
        int coolDownAfterDecline,
        int maxPerMonth,
        Set<String> excluded,
        Optional<RuleExpression> consent) {
    public static final ContactPolicy DEFAULT = new ContactPolicy(2, 6, 3, Set.of(), Optional.empty());

    public ContactPolicy {
        excluded = Set.copyOf(excluded);
        if (coolDownMonths < 0 || coolDownAfterDecline < 0 || maxPerMonth < 1) {
            throw new IllegalArgumentException("Not a contact policy: cool-down " + coolDownMonths + " and "
                    + coolDownAfterDecline + " months, at most " + maxPerMonth + " contacts a month");
        }
    }
}
