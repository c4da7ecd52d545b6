package io.segmentradar.models.alert.tail;

import java.util.Arrays;

/**
 * What past scores say about how unusual a new one is: conformal tail probabilities (Vovk et al. 2005), each tail its
 * own. Beyond the largest score the tail goes on with the shape of a generalised Pareto distribution fitted to the
 * highest twentieth; it starts from the conformal probability of the largest, so that the fit only orders what has never
 * been seen and cannot make the seen look rarer than it was. Immutable.
 *
 * <p>Scores may come in ages of which each weighs what it is worth today: where tails change over the years, the latest
 * say most (weighted conformal prediction without exchangeability, Barber, Candès, Ramdas and Tibshirani 2023). The shape
 * beyond the largest is fitted to all alike. With n scores of full weight the conformal part resolves 1/(n + 1); the
 * fitted part goes on to {@link #FINEST}.
 */
public final class TailDistribution {
    /** Smallest two-sided probability ever stated: the fit is not believed beyond it. */
    public static final double FINEST = 1e-9;

    private static final double TAIL_SHARE = 0.05;

    /** By age. */
    private final double[][] ascending;

    private final double[] weights;
    private final double total;
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
        this(new double[][] {scores}, new double[][] {counted}, new double[] {1});
    }

    /**
     * Of scores by age.
     *
     * @param scores finite, by age in any order; not changed
     * @param counted the same with 0 in place of what does not count
     * @param weights one for each age, in (0, 1]
     */
    public TailDistribution(double[][] scores, double[][] counted, double[] weights) {
        this.weights = weights.clone();
        ascending = new double[counted.length][];
        double weight = 0;
        double largest = 0;
        double least = 0;
        for (int age = 0; age < counted.length; age++) {
            double[] of = sorted(counted[age]);
            ascending[age] = of;
            weight += weights[age] * of.length;
            largest = of.length == 0 ? largest : Math.max(largest, of[of.length - 1]);
            least = of.length == 0 ? least : Math.min(least, of[0]);
        }
        total = weight;
        double[] all =
                sorted(Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray());
        double[] mirrored = new double[all.length];
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = -all[mirrored.length - 1 - i];
        }
        upper = tail(all, largest);
        lower = tail(mirrored, -least);
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

    /** Number of scores, each by its weight. */
    public double size() {
        return total;
    }

    /** Two-sided tail probability of a new score: twice the smaller tail, in [{@link #FINEST}, 1]. */
    public double surprise(double score) {
        double smaller = Math.min(atLeast(score), atMost(score));
        return Math.min(1, Math.max(FINEST, 2 * smaller));
    }

    private double atLeast(double score) {
        double beyond = 0;
        for (int age = 0; age < ascending.length; age++) {
            beyond += weights[age] * (ascending[age].length - countBelow(ascending[age], score));
        }
        return combine(beyond, upper, score);
    }

    private double atMost(double score) {
        double beyond = 0;
        for (int age = 0; age < ascending.length; age++) {
            beyond += weights[age] * countBelow(ascending[age], Math.nextUp(score));
        }
        return combine(beyond, lower, -score);
    }

    private double combine(double beyond, Tail tail, double outward) {
        double conformal = (1 + beyond) / (1 + total);
        if (tail == null || beyond > 0) {
            return conformal;
        }
        return conformal * tail.excess().exceeds(outward - tail.threshold()) / tail.atLargest();
    }

    private static int countBelow(double[] ascending, double score) {
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
