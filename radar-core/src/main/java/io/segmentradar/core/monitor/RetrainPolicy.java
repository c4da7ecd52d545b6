package io.segmentradar.core.monitor;

import java.util.Set;

/**
 * When a challenger is trained, and how it is judged.
 *
 * @param triggers kinds that count
 * @param everyMonths age of the models in months at which the schedule triggers
 * @param newMonths months beyond the models' training that count as new data
 * @param driftShare share of the checks of an area that must drift to trigger, in (0, 1]
 * @param judgeMonths latest months on which champion and challenger are compared; neither has seen them
 * @param significance largest one-sided p-value of the Diebold-Mariano test with which a challenger wins
 * @param leastGain least share by which a challenger's errors must be smaller
 */
public record RetrainPolicy(
        Set<RetrainTrigger.Kind> triggers,
        int everyMonths,
        int newMonths,
        double driftShare,
        int judgeMonths,
        double significance,
        double leastGain) {
    /** Where a spec says nothing. */
    public static final RetrainPolicy USUAL =
            new RetrainPolicy(Set.of(RetrainTrigger.Kind.values()), 12, 6, 0.1, 6, 0.1, 0.02);

    public RetrainPolicy {
        triggers = Set.copyOf(triggers);
    }
}
