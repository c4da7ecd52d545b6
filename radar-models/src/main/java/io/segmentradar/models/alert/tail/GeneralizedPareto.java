package io.segmentradar.models.alert.tail;

import java.util.Arrays;

/**
 * Generalised Pareto distribution of the excess over a high threshold (Pickands 1975).
 *
 * @param shape positive for heavy tails, 0 for exponential ones
 * @param scale in the unit of the excesses, {@code > 0}
 */
record GeneralizedPareto(double shape, double scale) {
    /** Fewer excesses than this cannot tell a shape. */
    static final int MIN_EXCESSES = 30;

    /**
     * Fits by the quasi-Bayesian estimator of Zhang and Stephens (2009), which exists for every sample and needs no
     * search; the shape is then drawn towards 0.5 with the weight of ten excesses (Vehtari et al. 2024, app. C). A tail
     * that ends is not believed, for it would call the first excess beyond its end impossible: it is exponential instead.
     *
     * @param excesses ascending and positive, at least {@link #MIN_EXCESSES}
     */
    static GeneralizedPareto fit(double[] excesses) {
        int n = excesses.length;
        int grid = 30 + (int) Math.sqrt(n);
        double quartile = excesses[(int) (n / 4.0 + 0.5) - 1];
        double[] theta = new double[grid];
        double[] logLikelihood = new double[grid];
        for (int j = 0; j < grid; j++) {
            theta[j] = 1 / excesses[n - 1] + (1 - Math.sqrt(grid / (j + 0.5))) / (3 * quartile);
            double k = meanLog(theta[j], excesses);
            logLikelihood[j] = n * (Math.log(-theta[j] / k) - k - 1);
        }
        double mean = 0;
        for (int j = 0; j < grid; j++) {
            double inverseWeight = 0;
            for (int i = 0; i < grid; i++) {
                inverseWeight += Math.exp(logLikelihood[i] - logLikelihood[j]);
            }
            mean += theta[j] / inverseWeight;
        }
        double k = meanLog(mean, excesses);
        GeneralizedPareto fit = new GeneralizedPareto((n * k + 10 * 0.5) / (n + 10), -k / mean);
        return fit.shape() < 0
                ? new GeneralizedPareto(0, Arrays.stream(excesses).sum() / n)
                : fit;
    }

    private static double meanLog(double theta, double[] x) {
        double sum = 0;
        for (double value : x) {
            sum += Math.log1p(-theta * value);
        }
        return sum / x.length;
    }

    /** Probability that an excess is larger than {@code excess}. */
    double exceeds(double excess) {
        if (excess <= 0) {
            return 1;
        }
        if (Math.abs(shape) < 1e-6) {
            return Math.exp(-excess / scale);
        }
        double base = 1 + shape * excess / scale;
        return base <= 0 ? 0 : Math.pow(base, -1 / shape);
    }
}
