package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanLimit;

/** A limit that the month's candidates cannot keep, so that the plan does without it. */
public sealed interface Concession {
    /**
     * Fewer actions of a category than the bank wants.
     *
     * @param reached number of actions that the plan is held to instead of {@code wanted}
     */
    record FewerOf(String category, int reached, int wanted) implements Concession {}

    /**
     * A share that is not limited.
     *
     * @param kind whose share: of one type, or of one value of the diversity dimension
     * @param candidates number of them, few or alike
     * @param values number of different types or values among them
     */
    record NoShare(PlanLimit.Kind kind, int candidates, int values) implements Concession {}
}
