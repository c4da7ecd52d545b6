package io.segmentradar.core.action.catalog;

/**
 * Who does it and how.
 *
 * @param owner id of the role, such as {@code RM}
 * @param channel id of the channel, such as {@code VISIT}
 * @param hours effort, a formula with a value above 0
 * @param dueDays days after the month under review by which it has to be done
 */
public record RuleDelivery(String owner, String channel, RuleExpression hours, int dueDays) {
    public RuleDelivery {
        if (dueDays < 1) {
            throw new IllegalArgumentException("due_days must be at least 1, got " + dueDays);
        }
    }
}
