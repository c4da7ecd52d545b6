package io.segmentradar.core.monitor;

/**
 * What counts as drift.
 *
 * @param falseDiscoveryRate bound on the share of false reports in each family of checks, in (0, 1)
 * @param referenceMonths months before the present one that say what is usual, at least 3
 * @param psi index from which a change of levels matters; 0.1 is worth a look and 0.25 large by common practice
 * @param leastChange usual change of a segment, as a share, from which a shifted month matters
 * @param coverageTolerance distance of the observed from the promised coverage that matters
 * @param errorTolerance share by which errors may grow
 */
public record MonitorPolicy(
        double falseDiscoveryRate,
        int referenceMonths,
        double psi,
        double leastChange,
        double coverageTolerance,
        double errorTolerance,
        RetrainPolicy retrain) {
    /** Where a spec says nothing. */
    public static final MonitorPolicy USUAL = new MonitorPolicy(0.05, 24, 0.1, 0.05, 0.05, 0.25, RetrainPolicy.USUAL);
}
