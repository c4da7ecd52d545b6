package io.segmentradar.core.action.plan;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/**
 * The set of actions chosen under the bank's limits, and how good it is. Objectives are sums of scores: value weighted
 * by urgency, relationship and lever.
 *
 * @param planned number of actions chosen, control group included
 * @param control number of them held out as control group
 * @param expectedValue sum of the values of the planned actions without the control group, money unit; an estimate on
 *     the bank's assumptions
 * @param objective sum of scores of the chosen actions
 * @param greedyObjective what choosing by falling score per hour would have reached
 * @param bound no plan under these limits can have a larger objective
 * @param limits every limit with its use and its shadow price
 * @param relaxed what had to be given up because the month has too few candidates, each in a sentence
 */
public record ActionPlan(
        int planned,
        int control,
        double expectedValue,
        double objective,
        double greedyObjective,
        double bound,
        List<PlanLimit> limits,
        List<Label> relaxed) {
    public static final ActionPlan EMPTY = new ActionPlan(0, 0, 0, 0, 0, 0, List.of(), List.of());

    public ActionPlan {
        limits = List.copyOf(limits);
        relaxed = List.copyOf(relaxed);
    }

    /** The same plan with what became of its actions, and what it had to give up. */
    public ActionPlan with(int heldOut, double valueOfPlanned, List<Label> givenUp) {
        return new ActionPlan(planned, heldOut, valueOfPlanned, objective, greedyObjective, bound, limits, givenUp);
    }

    /** (bound − objective) / bound, 0 where the bound is 0. */
    public double gap() {
        return bound > 0 ? Math.max(0, (bound - objective) / bound) : 0;
    }
}
