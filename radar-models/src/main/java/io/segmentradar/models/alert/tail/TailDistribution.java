package io.segmentradar.models.alert.tail;

import java.util.Arrays;

/**
 * What past scores say about how unusual a new one is: conformal tail probabilities (Vovk et al. 2005), each tail its
 * own. Beyond the largest score the tail goes on with the shape of a generalised Pareto distribution fitted to the
 * highest twentieth; it starts from the conformal probability of the largest, so that the fit only orders what has never
 * been seen and cannot make the seen look rarer than it was. Immutable.
 *
 * <p>With n scores the conformal part resolves 1/(n + 1); the fitted part goes on to {@link #FINEST}.
 */
public final class TailDistribution {
    /** Smallest two-sided probability ever stated: the fit is not believed beyond it. */
    public static final double FINEST = 1e-9;

    private static final double TAIL_SHARE = 0.05;

    private final double[] ascending;
    private final Tail upper;
    private final Tail lower;

    /**
     * @param atLargest fitted probability that an excess is beyond the largest seen
     */
    private record Tail(double threshold, GeneralizedPareto excess, double atLargest) {}

    /**
     * @param scores finite, any order; copied
     */
    public TailDistribution(double[] scores) {
        this(scores, scores);
    }

    /**
     * Of scores that do not all count: probabilities count {@code counted}, the shape of the tails is that of all.
     *
     * @param scores finite, any order; not changed
     * @param counted the same with 0 in place of what does not count
     */
    public TailDistribution(double[] scores, double[] counted) {
        ascending = sorted(counted);
        double[] all = sorted(scores);
        double[] mirrored = new double[all.length];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -all[mirrored.length - 1 - i];
        }
        int n = ascending.length;
        upper = tail(all, n == 0 ? 0 : ascending[n - 1]);
        lower = tail(mirrored, n == 0 ? 0 : -ascending[0]);
    }

    private static double[] sorted(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending;
    }

    private static Tail tail(double[] ascending, double largest) {
        int n = ascending.length;
        int excesses = (int) (n * TAIL_SHARE);
        if (excesses < GeneralizedPareto.MIN_EXCESSES) {
            return null;
        }
        double threshold = ascending[n - 1 - excesses];
        double[] excess = new double[excesses];
        for (int i = 0; i < excesses; i++) {
            excess[i] = ascending[n - excesses + i] - threshold;
        }
        boolean tied = !(excess[excesses / 4] > 0);
        if (tied) {
            return null;
        }
        GeneralizedPareto fit = GeneralizedPareto.fit(positive(excess));
        double atLargest = fit.exceeds(largest - threshold);
        return atLargest > 0 ? new Tail(threshold, fit, atLargest) : null;
    }

    private static double[] positive(double[] ascending) {
        int first = 0;
        while (ascending[first] <= 0) {
            first++;
        }
        return Arrays.copyOfRange(ascending, first, ascending.length);
    }

    public int size() {
        return ascending.length;
    }

    /** Two-sided tail probability of a new score: twice the smaller tail, in [{@link #FINEST}, 1]. */
    public double surprise(double score) {
        double smaller = Math.min(atLeast(score), atMost(score));
        return Math.min(1, Math.max(FINEST, 2 * smaller));
    }

    private double atLeast(double score) {
        int below = countBelow(score);
        return combine(ascending.length - below, upper, score);
    }

    private double atMost(double score) {
        int notAbove = countBelow(Math.nextUp(score));
        return combine(notAbove, lower, -score);
    }

    private double combine(int beyond, Tail tail, double outward) {
        double conformal = (1.0 + beyond) / (ascending.length + 1.0);
        if (tail == null || beyond > 0) {
            return conformal;
        }
        return conformal * tail.excess().exceeds(outward - tail.threshold()) / tail.atLargest();
    }

    private int countBelow(double score) {
        int low = 0;
        int high = ascending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending[middle] < score) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
