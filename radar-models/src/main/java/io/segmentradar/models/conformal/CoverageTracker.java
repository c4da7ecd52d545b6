package io.segmentradar.models.conformal;

/**
 * By how much the intervals of nodes that are alike are stretched, because lately they missed more often, or less often,
 * than they should: conformal prediction is only valid while errors stay as they were. A quantile tracker on the logarithm
 * of the width (Gibbs and Candès 2021; Angelopoulos, Candès and Tibshirani 2023), with two restraints. What it has learned
 * fades, because a world that was restless calms down. And it trusts a month's share of misses the less the more that share
 * scatters from month to month, as the gain of a Kalman filter does: on series with a season every December misses more,
 * and January is none the wiser.
 */
final class CoverageTracker {
    /** Share of misses that is aimed at: the interval from the 5 % to the 95 % quantile. */
    private static final double MISSES = 0.1;

    /** Share of the stretch that lasts for another month. */
    private static final double LASTING = 0.8;

    /** How far the share of misses moves, as a standard deviation, when the world changes. */
    private static final double SHIFT = 0.05;

    private static final double MOST = Math.log(1.5);

    /** Months whose share of misses shows how much it scatters. */
    private static final int RECENT = 18;

    /** Months of mere chance that count as seen beforehand. */
    private static final double PRIOR_MONTHS = 2;

    /** Shares of misses without any stretch, and out of how many, by month known, the oldest overwritten first. */
    private final double[] shares = new double[RECENT];

    private final int[] sizes = new int[RECENT];
    private int months;
    private double log;

    /**
     * Learns one month; one without nodes teaches nothing.
     *
     * @param n nodes that had an interval
     * @param missed of them outside the interval as it was stretched
     * @param unstretched of them outside the interval before it was stretched
     */
    void learn(int n, int missed, int unstretched) {
        if (n == 0) {
            return;
        }
        shares[months % RECENT] = (double) unstretched / n;
        sizes[months % RECENT] = n;
        months++;
        double trust = SHIFT * SHIFT / (SHIFT * SHIFT + scatter());
        log = LASTING * log + trust * ((double) missed / n - MISSES);
        log = Math.max(-MOST, Math.min(MOST, log));
    }

    /** Variance of the share of misses between months. */
    private double scatter() {
        int known = Math.min(months, RECENT);
        double sum = 0;
        double nodes = 0;
        for (int i = 0; i < known; i++) {
            sum += shares[i];
            nodes += sizes[i];
        }
        double squares = 0;
        for (int i = 0; i < known; i++) {
            squares += (shares[i] - sum / known) * (shares[i] - sum / known);
        }
        double chance = MISSES * (1 - MISSES) * known / nodes;
        return (squares + PRIOR_MONTHS * chance) / (known - 1 + PRIOR_MONTHS);
    }

    /** Factor of the width, from 2/3 to 3/2; 1 before anything is known. */
    double stretch() {
        return Math.exp(log);
    }
}
