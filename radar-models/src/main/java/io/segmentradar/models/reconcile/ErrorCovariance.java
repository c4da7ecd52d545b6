package io.segmentradar.models.reconcile;

import java.util.Arrays;

/**
 * Covariance of base forecast errors as W = diag(d) + U·Uᵀ with few columns: never stored as a matrix.
 */
final class ErrorCovariance {
    private final double[] diagonal;
    private final double[][] factors;

    /**
     * @param factors columns of U
     */
    private ErrorCovariance(double[] diagonal, double[][] factors) {
        this.diagonal = diagonal;
        this.factors = factors;
    }

    static ErrorCovariance diagonal(double[] variances) {
        return new ErrorCovariance(variances.clone(), new double[0][]);
    }

    /**
     * Errors that have one part in common.
     *
     * @param variances of what is each node's own
     * @param loadings of each node on the common part
     */
    static ErrorCovariance oneFactor(double[] variances, double[] loadings) {
        return new ErrorCovariance(variances.clone(), new double[][] {loadings.clone()});
    }

    /**
     * The sample covariance of past errors shrunk towards its diagonal (Schäfer and Strimmer 2005; Wickramasuriya et al.
     * 2019). Errors are cut at four deviations, since one torn-off month would otherwise tie unrelated nodes together.
     *
     * @param variances of each node, 0 for nodes that must not move
     * @param errors origin × node, NaN where unknown
     */
    static ErrorCovariance shrunk(double[] variances, double[][] errors) {
        int origins = errors.length;
        double[][] standard = new double[origins][variances.length];
        for (int t = 0; t < origins; t++) {
            for (int i = 0; i < variances.length; i++) {
                double error = errors[t][i];
                if (variances[i] > 0 && !Double.isNaN(error)) {
                    standard[t][i] = Math.max(-4, Math.min(4, error / Math.sqrt(variances[i])));
                }
            }
        }
        double lambda = intensity(standard);
        double weight = origins == 0 ? 0 : Math.sqrt((1 - lambda) / origins);
        double[] diagonal = new double[variances.length];
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = lambda * variances[i];
        }
        for (double[] column : standard) {
            for (int i = 0; i < column.length; i++) {
                column[i] *= weight * Math.sqrt(variances[i]);
            }
        }
        return new ErrorCovariance(diagonal, lambda < 1 ? standard : new double[0][]);
    }

    /** Shrinkage intensity from pairs of up to 200 nodes, evenly spaced; at least 0.1, so that W can be inverted. */
    private static double intensity(double[][] standard) {
        int origins = standard.length;
        if (origins < 4) {
            return 1;
        }
        int[] used = active(standard);
        double variance = 0;
        double squares = 0;
        for (int a = 0; a < used.length; a++) {
            for (int b = 0; b < a; b++) {
                double mean = 0;
                double square = 0;
                for (double[] row : standard) {
                    double product = row[used[a]] * row[used[b]];
                    mean += product / origins;
                    square += product * product / origins;
                }
                variance += (square - mean * mean) / (origins - 1);
                squares += mean * mean;
            }
        }
        return squares > 0 ? Math.max(0.1, Math.min(1, variance / squares)) : 1;
    }

    private static int[] active(double[][] standard) {
        int nodes = standard[0].length;
        int[] active = new int[nodes];
        int n = 0;
        for (int i = 0; i < nodes; i++) {
            double sum = 0;
            for (double[] row : standard) {
                sum += Math.abs(row[i]);
            }
            if (sum > 0) {
                active[n++] = i;
            }
        }
        int stride = 1 + n / 200;
        int[] used = new int[(n + stride - 1) / stride];
        for (int i = 0; i < used.length; i++) {
            used[i] = active[i * stride];
        }
        return used;
    }

    int nodes() {
        return diagonal.length;
    }

    double variance(int node) {
        double sum = diagonal[node];
        for (double[] factor : factors) {
            sum += factor[node] * factor[node];
        }
        return sum;
    }

    double[] diagonal() {
        return diagonal;
    }

    double[][] factors() {
        return factors;
    }

    /** W·x in place. */
    void multiply(double[] x) {
        double[] dots = new double[factors.length];
        for (int t = 0; t < dots.length; t++) {
            for (int i = 0; i < x.length; i++) {
                dots[t] += factors[t][i] * x[i];
            }
        }
        for (int i = 0; i < x.length; i++) {
            x[i] *= diagonal[i];
        }
        for (int t = 0; t < dots.length; t++) {
            for (int i = 0; i < x.length; i++) {
                x[i] += dots[t] * factors[t][i];
            }
        }
    }

    /** The same covariance with the given nodes held fixed. */
    ErrorCovariance holding(boolean[] fixed) {
        double[] free = diagonal.clone();
        double[][] columns = Arrays.stream(factors).map(double[]::clone).toArray(double[][]::new);
        for (int i = 0; i < free.length; i++) {
            if (fixed[i]) {
                free[i] = 0;
                for (double[] column : columns) {
                    column[i] = 0;
                }
            }
        }
        return new ErrorCovariance(free, columns);
    }
}
