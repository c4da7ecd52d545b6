package io.segmentradar.models.reconcile;

/**
 * The error that all segments share and the bank's own forecast does not: forecasts of segments are medians, which add up
 * to more than the bank's where a few customers may be absent in any month. It shows as a gap between the bank's forecast
 * and the sum that kept its sign at past origins, and enters the covariance of errors as one factor with loadings in
 * proportion to each segment's usual error: where an error is usually twice as large, moving the forecast costs half as
 * much absolute error.
 */
final class CommonError {
    /** Fewer gaps say nothing of how much they scatter. */
    private static final int MIN_ORIGINS = 3;

    private CommonError() {}

    /**
     * Loadings of all nodes, 0 above the segments. They add up to the mean past gap as far as it is beyond chance: its
     * square less the sampling variance of a mean.
     *
     * @param scale by how much the variances above the segments are overstated: what is common is held against those, so
     *     that it is overstated alike, or half of a systematic gap would stay in the total
     * @param errors past errors, origin × node, NaN where unknown
     * @param variances usual squared error of each node, 0 for nodes that must not move
     */
    static double[] loadings(SummingStructure structure, double[][] errors, double[] variances, double scale) {
        double[] loadings = new double[variances.length];
        double sum = 0;
        for (int s = structure.upper(); s < loadings.length; s++) {
            loadings[s] = Math.sqrt(variances[s]);
            sum += loadings[s];
        }
        double share = sum > 0 ? Math.sqrt(scale * squaredGap(structure, errors)) / sum : 0;
        for (int s = structure.upper(); s < loadings.length; s++) {
            loadings[s] *= share;
        }
        return loadings;
    }

    private static double squaredGap(SummingStructure structure, double[][] errors) {
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (double[] origin : errors) {
            if (!Double.isNaN(origin[0])) {
                double gap = gap(structure, origin);
                sum += gap;
                squares += gap * gap;
                n++;
            }
        }
        if (n < MIN_ORIGINS) {
            return 0;
        }
        double mean = sum / n;
        double variance = (squares - n * mean * mean) / (n - 1);
        return Math.max(0, mean * mean - variance / n);
    }

    /** How far the bank's forecast was above the sum of its segments'. */
    private static double gap(SummingStructure structure, double[] origin) {
        double gap = -origin[0];
        for (int s = structure.upper(); s < origin.length; s++) {
            gap += Double.isNaN(origin[s]) ? 0 : origin[s];
        }
        return gap;
    }
}
