package io.segmentradar.core.alert;

import java.time.YearMonth;
import java.util.Set;

/**
 * Where an alert stands among the others of its month and in time.
 *
 * @param falseShare expected share of noise among the month's figures at least as unusual (q-value), in [0, 1]
 * @param probability that what the alert says is so: 1 − falseShare for what happened, the forecast probability for what
 *     is ahead; in [0, 1]
 * @param parentId the alert of a higher level that explains this one; empty if it stands for itself
 * @param shareExplained by that alert, in [0, 1]; 0 if it stands for itself
 * @param firstSeen month in which this alert was first raised
 * @param worstImpact largest money at stake since then
 * @param remarks policies that apply to it, and known events of the calendar
 */
public record Standing(
        double falseShare,
        double probability,
        String parentId,
        double shareExplained,
        YearMonth firstSeen,
        double worstImpact,
        Set<Guardrail> remarks) {
    public Standing {
        remarks = Set.copyOf(remarks);
    }

    /** Of an alert raised for the first time, on its own. */
    public static Standing fresh(YearMonth month, double surprise, double impact) {
        return new Standing(surprise, 1 - surprise, "", 0, month, impact, Set.of());
    }

    public boolean isFolded() {
        return !parentId.isEmpty();
    }

    public Standing foldedInto(String parent, double share) {
        return new Standing(falseShare, probability, parent, share, firstSeen, worstImpact, remarks);
    }

    public Standing remarking(Set<Guardrail> other) {
        return new Standing(falseShare, probability, parentId, shareExplained, firstSeen, worstImpact, other);
    }
}
