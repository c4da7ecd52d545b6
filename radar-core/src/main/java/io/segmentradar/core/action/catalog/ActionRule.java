package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;
import java.util.Map;

/**
 * One type of action as the bank's catalogue defines it.
 *
 * @param id type, such as {@code DEPOSIT_DEFENSE}
 * @param line 1-based line in the spec
 * @param category id of a category of the catalogue
 * @param kpi id of the KPI or ratio the action is about
 * @param parameters thresholds with their defaults; formulas of the rule use them by name, and {@code rule.name} in the
 *     policy's parameters (the rule's id in lower case) overrides them
 */
public record ActionRule(
        String id,
        int line,
        Label label,
        String category,
        String kpi,
        RuleConditions conditions,
        RuleWorth worth,
        RuleDelivery delivery,
        RuleText text,
        Map<String, Double> parameters) {
    public ActionRule {
        parameters = Map.copyOf(parameters);
    }
}
