package io.segmentradar.core.monitor;

import java.util.Set;

/**
 * When a challenger is trained, and how it is judged.
 *
 * @param decision what becomes of a trigger
 * @param triggers kinds that count
 * @param everyMonths age of the models in months at which the schedule triggers
 * @param newMonths months beyond the models' training that count as new data
 * @param driftShare share of the checks of an area that must drift to trigger, in (0, 1]
 * @param judgeMonths latest months on which champion and challenger are compared; neither has seen them
 * @param significance largest one-sided p-value of the Diebold-Mariano test with which a challenger wins
 * @param leastGain least share by which a challenger's errors must be smaller
 */
public record RetrainPolicy(
        Decision decision,
        Set<RetrainTrigger.Kind> triggers,
        int everyMonths,
        int newMonths,
        double driftShare,
        int judgeMonths,
        double significance,
        double leastGain) {
    /** Where a spec says nothing. */
    public static final RetrainPolicy USUAL =
            new RetrainPolicy(Decision.AUTOMATIC, Set.of(RetrainTrigger.Kind.values()), 12, 6, 0.1, 6, 0.1, 0.02);

    public RetrainPolicy {
        // A spec that was stored before there was a choice says nothing; its runs only told the reasons.
        decision = decision == null ? Decision.NEVER : decision;
        triggers = Set.copyOf(triggers);
    }

    /** Who decides about new models. */
    public enum Decision {
        /** A run trains a challenger and has it judged; one that wins forecasts from the next run on. */
        AUTOMATIC,
        /** The same, but one that wins waits for a person to promote it. */
        ASK,
        /** A run only tells the reasons. */
        NEVER
    }
}
