package io.segmentradar.http.api;

/**
 * A two-sided tail probability as the standard normal score that is as unlikely, with the sign of the residual: a
 * familiar scale for readers, not a claim that residuals are normal.
 */
final class NormalScore {
    private NormalScore() {}

    static double of(double surprise, double residual) {
        return Math.signum(residual) * upperQuantile(surprise / 2);
    }

    /** z with P(Z &gt; z) = p for p in (0, 0.5], by bisection on the complementary error function. */
    private static double upperQuantile(double p) {
        double low = 0;
        double high = 40;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (upperTail(middle) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    /** P(Z &gt; z) for z ≥ 0: Abramowitz and Stegun 26.2.17 near 0, continued fraction 26.2.14 further out. */
    private static double upperTail(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double t = 1 / (1 + 0.2316419 * z);
            return density
                    * t
                    * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        }
        double fraction = z;
        for (int k = 20; k >= 1; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }
}
