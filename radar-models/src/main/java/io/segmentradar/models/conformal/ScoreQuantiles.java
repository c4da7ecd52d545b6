package io.segmentradar.models.conformal;

import io.segmentradar.core.forecast.ForecastTable;
import java.util.Arrays;

/**
 * Quantiles of a pool of conformity scores by the finite-sample rule: with n scores the p quantile of a new one is the
 * ⌈p(n+1)⌉-th smallest in the upper half and the ⌊p(n+1)⌋-th in the lower half, so each tail errs on the safe side by
 * itself (Vovk, Gammerman and Shafer 2005; two tails as in Romano, Patterson and Candès 2019). Beyond the pool's
 * resolution the extreme score stands.
 */
final class ScoreQuantiles {
    private ScoreQuantiles() {}

    /**
     * @param scores any order; sorted in place
     * @return one score for each of {@link ForecastTable#QUANTILES}, ascending; all 0 if there are no scores
     */
    static double[] of(double[] scores) {
        Arrays.sort(scores);
        int n = scores.length;
        double[] quantiles = new double[ForecastTable.QUANTILES.size()];
        for (int q = 0; q < quantiles.length && n > 0; q++) {
            double p = ForecastTable.QUANTILES.get(q);
            double rank = p * (n + 1);
            // Rounding guards against p(n+1) being a hair off a whole number.
            long k = p < 0.5 ? (long) Math.floor(rank + 1e-9) : (long) Math.ceil(rank - 1e-9);
            quantiles[q] = scores[(int) Math.min(n, Math.max(1, k)) - 1];
        }
        return quantiles;
    }
}
