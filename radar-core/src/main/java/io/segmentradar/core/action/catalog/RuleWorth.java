package io.segmentradar.core.action.catalog;

/**
 * What an action is worth: probability × amount at stake × margin × effectiveness − cost. All but the first two are the
 * bank's assumptions.
 *
 * @param amount amount at stake, in the money unit, at least 0
 * @param margin share of the amount that becomes income within a year
 * @param effectiveness share of the event that the action prevents or brings about, in [0, 1]
 * @param cost in the money unit
 */
public record RuleWorth(
        RuleProbability probability,
        RuleExpression amount,
        RuleExpression margin,
        RuleExpression effectiveness,
        RuleExpression cost) {}
