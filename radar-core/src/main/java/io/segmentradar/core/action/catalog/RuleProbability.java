package io.segmentradar.core.action.catalog;

import io.segmentradar.core.forecast.Horizon;

/** Where the probability of an action's worth comes from. */
public sealed interface RuleProbability {
    /** Read from the forecast distribution of a KPI: that it comes out on one side of a bound. */
    record FromForecast(String kpi, Horizon horizon, Side side, RuleExpression bound) implements RuleProbability {}

    /** Assumed by the bank: a formula with a value in [0, 1]. */
    record Assumed(RuleExpression share) implements RuleProbability {}

    /** Side of the bound on which the event lies. */
    enum Side {
        BELOW,
        ABOVE
    }
}
