package io.segmentradar.models.alert;

import java.util.Arrays;

/**
 * How restless months were: how far the errors of all nodes spread in a month, relative to how far they usually do. In a
 * restless month, such as the end of a half-year or the first of a pandemic, everybody errs widely, and an error says as
 * much less. It is the bulk of the nodes that tells (an empirical null, Efron 2004): a few that really changed do not make
 * a month restless, nor does what moves all alike. A quiet month makes no error larger than it is.
 */
final class Unrest {
    /** Share of the nodes whose errors are within the spread of a month. */
    private static final double BULK = 0.7;
    /** Fewer nodes tell nothing. */
    private static final int MIN_NODES = 20;
    /** So many nodes are only half believed. */
    private static final double HALF_BELIEVED = 20;

    private static final double MOST = 3;

    private final double[] factors;

    /**
     * @param errors in units of the node's usual error; NaN for what does not count
     */
    Unrest(LevelView view, UsualError.Cells errors) {
        factors = new double[view.months()];
        int[] nodes = new int[factors.length];
        double[] all = new double[view.size() * factors.length];
        int known = 0;
        for (int m = 0; m < factors.length; m++) {
            double[] distances = distances(view, errors, m);
            nodes[m] = distances.length;
            System.arraycopy(distances, 0, all, known, distances.length);
            known += distances.length;
            factors[m] = distances.length < MIN_NODES ? Double.NaN : Errors.quantile(distances, BULK);
        }
        double usual = known == 0 ? 0 : Errors.quantile(Arrays.copyOf(all, known), BULK);
        for (int m = 0; m < factors.length; m++) {
            factors[m] = Double.isNaN(factors[m]) || usual == 0 ? 1 : believed(factors[m] / usual, nodes[m]);
        }
    }

    /** From the median of the month. */
    private static double[] distances(LevelView view, UsualError.Cells errors, int month) {
        double[] known = new double[view.size()];
        int n = 0;
        for (int node = 0; node < known.length; node++) {
            double error = errors.at(node, month);
            if (!Double.isNaN(error)) {
                known[n++] = error;
            }
        }
        double[] distances = Arrays.copyOf(known, n);
        double centre = n == 0 ? 0 : Errors.quantile(distances, 0.5);
        for (int i = 0; i < n; i++) {
            distances[i] = Math.abs(distances[i] - centre);
        }
        return distances;
    }

    private static double believed(double relative, int nodes) {
        return Math.pow(Math.max(1, Math.min(MOST, relative)), nodes / (nodes + HALF_BELIEVED));
    }

    /** In [1, 3], 1 being usual. */
    double at(int month) {
        return factors[month];
    }
}
