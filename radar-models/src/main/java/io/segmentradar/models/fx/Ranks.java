package io.segmentradar.models.fx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks that spread values evenly over 0..1, ties in the middle of their places. */
final class Ranks {
    private Ranks() {}

    /**
     * @param values NaN is unknown and ranks in the middle, 0.5
     */
    static double[] of(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        Arrays.fill(ranks, 0.5);
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + to) / 2.0 / order.length;
            }
            from = to;
        }
        return ranks;
    }

    /** The same values with their order turned round. */
    static double[] reversed(double[] values) {
        double[] ranks = of(values);
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = 1 - ranks[i];
        }
        return ranks;
    }
}
