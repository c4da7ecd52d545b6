package io.segmentradar.models.backtest;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Diebold and Mariano (1995) test of equal accuracy with the small-sample correction of Harvey, Leybourne and Newbold
 * (1997), on one loss difference an origin; losses of overlapping horizons are correlated up to h − 1 origins.
 */
public final class DieboldMariano {
    private static final int NEEDED = 5;

    private DieboldMariano() {}

    /**
     * Two-sided p-value.
     *
     * @param differences loss of one model minus loss of the other, in origin order
     * @return NaN if there are too few origins or the losses never differ
     */
    public static double pValue(double[] differences, int horizon) {
        int n = differences.length;
        if (n < NEEDED) {
            return Double.NaN;
        }
        double mean = 0;
        for (double d : differences) {
            mean += d / n;
        }
        double variance = covariance(differences, mean, 0);
        double longRun = variance;
        for (int lag = 1; lag < horizon; lag++) {
            longRun += 2 * covariance(differences, mean, lag);
        }
        // The truncated sum may turn out negative in short samples; the plain variance is then the usual stand-in.
        double used = longRun > 0 ? longRun : variance;
        if (!(used > 0)) {
            return Double.NaN;
        }
        double correction = Math.sqrt((n + 1 - 2.0 * horizon + horizon * (horizon - 1.0) / n) / n);
        double statistic = Math.abs(mean / Math.sqrt(used / n)) * correction;
        return 2 * new TDistribution(null, n - 1).cumulativeProbability(-statistic);
    }

    private static double covariance(double[] d, double mean, int lag) {
        double sum = 0;
        for (int i = lag; i < d.length; i++) {
            sum += (d[i] - mean) * (d[i - lag] - mean);
        }
        return sum / d.length;
    }
}
