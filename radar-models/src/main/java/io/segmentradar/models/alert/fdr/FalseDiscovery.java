package io.segmentradar.models.alert.fdr;

import io.segmentradar.core.alert.AlertSelection.Dependence;
import java.util.Arrays;

/**
 * False-discovery control over a family of tests by the step-up procedure of Benjamini and Hochberg (1995), with the
 * correction of Benjamini and Yekutieli (2001) where nothing may be assumed of the dependence.
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * The q-value of each of the smallest p-values of a family: the lowest rate at which it would be rejected.
     *
     * @param ascending the smallest p-values of the family in ascending order
     * @param tests size of the family, at least {@code ascending.length}
     * @return one value in (0, 1] each, never descending
     */
    public static double[] qValues(double[] ascending, int tests, Dependence dependence) {
        if (tests < ascending.length) {
            throw new IllegalArgumentException(ascending.length + " p-values from a family of only " + tests);
        }
        double penalty = dependence == Dependence.POSITIVE ? 1 : harmonic(tests);
        double[] q = new double[ascending.length];
        double least = 1;
        for (int i = ascending.length - 1; i >= 0; i--) {
            least = Math.min(least, ascending[i] * tests * penalty / (i + 1));
            q[i] = least;
        }
        return q;
    }

    /** How many of the ascending p-values are rejected at {@code rate}. */
    public static int rejections(double[] ascending, int tests, double rate, Dependence dependence) {
        double[] q = qValues(ascending, tests, dependence);
        return (int) Arrays.stream(q).filter(value -> value <= rate).count();
    }

    private static double harmonic(int n) {
        double sum = 0;
        for (int i = n; i >= 1; i--) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
