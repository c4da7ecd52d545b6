package io.segmentradar.models.monitor;

import java.util.Arrays;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Cumulative sums against a mean and deviation that are themselves learned on the way (Hawkins 1987): each figure is
 * compared with those before it, the t turned into a normal score, and what exceeds the allowance is added up. Needs no
 * long calm start, which a back-test of a year does not have.
 */
final class SelfStartingCusum {
    /** Half the shift, in deviations, that is to be found soon. */
    static final double ALLOWANCE = 0.5;

    /** With this threshold an unchanged series alarms about once in 168 months on each side (Hawkins and Olwell 1998). */
    static final double THRESHOLD = 4;

    private static final int START = 3;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final double[] above;
    private final double[] below;

    private SelfStartingCusum(double[] above, double[] below) {
        this.above = above;
        this.below = below;
    }

    static SelfStartingCusum of(double... series) {
        double[] above = new double[series.length];
        double[] below = new double[series.length];
        for (int i = START; i < series.length; i++) {
            double score = score(Arrays.copyOf(series, i), series[i]);
            above[i] = Math.max(0, above[i - 1] + score - ALLOWANCE);
            below[i] = Math.max(0, below[i - 1] - score - ALLOWANCE);
        }
        return new SelfStartingCusum(above, below);
    }

    private static double score(double[] before, double value) {
        double t = MonthTest.t(before, value, 1);
        if (Double.isInfinite(t)) {
            return Math.signum(t) * THRESHOLD;
        }
        double p = new TDistribution(null, before.length - 1).cumulativeProbability(-Math.abs(t));
        return -Math.signum(t) * NORMAL.inverseCumulativeProbability(Math.max(p, 1e-12));
    }

    /** Greatest sum of upward moves in the last {@code months}. */
    double up(int months) {
        return greatest(above, months);
    }

    /** Greatest sum of downward moves in the last {@code months}. */
    double down(int months) {
        return greatest(below, months);
    }

    private static double greatest(double[] sums, int months) {
        double greatest = 0;
        for (int i = Math.max(0, sums.length - months); i < sums.length; i++) {
            greatest = Math.max(greatest, sums[i]);
        }
        return greatest;
    }
}
