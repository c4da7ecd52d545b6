package io.segmentradar.models.alert;

/**
 * What a test counts for in the family under a false-discovery rate, from what is known before the month (weights of
 * Genovese, Roeder and Wasserman 2006). Changes are mostly a few usual errors large. Where so little has no money in it,
 * because the floor is many usual errors away, a change that is worth a word is rare beforehand, and testing for it at
 * full weight would cost the figures in which it is not.
 */
final class PriorWeight {
    /** Usual errors up to which a change is as likely as any. */
    private static final double COMMON = 4;
    /** Usual errors over which the chance of a change falls to 1/e. */
    private static final double FALL = 2;
    /** However far the floor is, it may be reached. */
    private static final double LEAST = 0.05;

    private PriorWeight() {}

    /**
     * @param errorsNeeded usual errors that make enough money to be raised, not negative
     * @return in [{@link #LEAST}, 1]
     */
    static double of(double errorsNeeded) {
        return Math.max(LEAST, Math.min(1, Math.exp((COMMON - errorsNeeded) / FALL)));
    }
}
