package io.segmentradar.core.action;

/**
 * Expected worth of an action and every factor of it: probability × amount at stake × margin × effectiveness − cost.
 * Margin and cost are the bank's assumptions, and so is the effectiveness unless {@code measured}; the value is an
 * estimate on these assumptions, never a result.
 *
 * @param probability of the event the action is about, in [0, 1]
 * @param amountAtStake money unit, at least 0
 * @param effectiveness in [0, 1]
 * @param measured true if the effectiveness was estimated from a pilot with a control group
 * @param cost money unit
 */
public record ActionWorth(
        double probability, double amountAtStake, double margin, double effectiveness, boolean measured, double cost) {
    public ActionWorth {
        boolean shares = probability >= 0 && probability <= 1 && effectiveness >= 0 && effectiveness <= 1;
        if (!shares || !(amountAtStake >= 0) || !Double.isFinite(margin) || !(cost >= 0)) {
            throw new IllegalArgumentException("Not a worth: probability " + probability + ", amount " + amountAtStake
                    + ", margin " + margin + ", effectiveness " + effectiveness + ", cost " + cost);
        }
    }

    /** Money unit. */
    public double value() {
        return probability * amountAtStake * margin * effectiveness - cost;
    }
}
