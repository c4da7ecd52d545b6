package io.segmentradar.core.panel.linkage;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What agreement of two rows in each trait says for their being one customer: the logarithm of how much more often it is
 * seen in two months of one customer than in two customers (Fellegi and Sunter 1969). Both frequencies come from the
 * data itself. Two rows of one segment and month are two customers. Two rows of months in a row are taken for one
 * customer where each is the other's best match; which match is best is judged by how rare such agreement is among
 * different customers at first, and by the weights then.
 */
final class LinkWeights {
    private static final int ROUNDS = 3;

    private static final int TELLING = 3;

    /** Pairs of different customers from which their agreement can be told. */
    private static final int FEWEST_PAIRS = 500;

    /** Counted for each level in advance, so that what was hardly seen says hardly anything. */
    private static final double SMOOTHING = 1;

    private final double[] weights;
    private final int[] order;
    private final int[] telling;
    private final double[] loss;
    private final StateSums bound;

    /**
     * @param weights by trait and level
     * @param different how often each level was seen among different customers
     */
    private LinkWeights(double[] weights, double[] different) {
        this.weights = weights;
        int traits = weights.length / Traits.LEVELS;
        this.order = IntStream.range(0, traits)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -power(t, different)))
                .limit(Long.SIZE)
                .mapToInt(t -> t)
                .toArray();
        this.telling = IntStream.range(0, traits)
                .boxed()
                .sorted(Comparator.comparingDouble(t -> -best(t, Traits.NEAR + 1)))
                .limit(TELLING)
                .mapToInt(t -> t)
                .toArray();
        this.bound = new StateSums(order.length, this::bound);
        this.loss = new double[order.length * Traits.VALUE_LEVELS];
        for (int i = 0; i < loss.length; i++) {
            int trait = order[i / Traits.VALUE_LEVELS];
            loss[i] = best(trait, Traits.VALUE_LEVELS) - weight(trait, i % Traits.VALUE_LEVELS);
        }
    }

    /** What two states of the trait of a bit are worth at best. */
    private double bound(int bit, int first, int second) {
        if (first == StateSums.BLANK || second == StateSums.BLANK) {
            return 0;
        }
        if (first == StateSums.VALUE && second == StateSums.VALUE) {
            return best(order[bit], Traits.VALUE_LEVELS);
        }
        return weight(order[bit], first == second ? Traits.BOTH_ZERO : Traits.ONE_ZERO);
    }

    private double weight(int trait, int level) {
        return weights[trait * Traits.LEVELS + level];
    }

    private double best(int trait, int levels) {
        double best = Double.NEGATIVE_INFINITY;
        for (int level = 0; level < levels; level++) {
            best = Math.max(best, weight(trait, level));
        }
        return best;
    }

    /** How far a trait tells different customers apart in the mean: compared first, it ends most comparisons early. */
    private double power(int trait, double[] different) {
        double mean = 0;
        for (int level = 0; level < Traits.LEVELS; level++) {
            mean += weight(trait, level) * different[trait * Traits.LEVELS + level];
        }
        return best(trait, Traits.LEVELS) - mean / Math.max(1, all(different, trait));
    }

    /** Weights learned from a sample; empty if it has too few different customers. */
    static Optional<LinkWeights> learn(PairSample sample) {
        double[] different = new double[sample.traits() * Traits.LEVELS];
        if (sample.countDifferent(different) < FEWEST_PAIRS) {
            return Optional.empty();
        }
        LinkWeights weights = new LinkWeights(rarity(different), different);
        for (int round = 0; round < ROUNDS; round++) {
            double[] same = new double[different.length];
            sample.countSame(weights, same);
            weights = new LinkWeights(ratio(same, different), different);
        }
        return Optional.of(weights);
    }

    private static double all(double[] counts, int trait) {
        return Arrays.stream(counts, trait * Traits.LEVELS, (trait + 1) * Traits.LEVELS)
                .sum();
    }

    /** Agreement counts the more the rarer it is, or better, among different customers; 0 and not 0 do not agree. */
    private static double[] rarity(double[] different) {
        double[] weights = new double[different.length];
        for (int i = 0; i < weights.length; i++) {
            int level = i % Traits.LEVELS;
            double seen = level == Traits.BOTH_ZERO
                    ? different[i]
                    : Arrays.stream(different, i - level, i + 1).sum();
            double all = all(different, i / Traits.LEVELS);
            weights[i] = level == Traits.ONE_ZERO ? 0 : Math.log((all + SMOOTHING) / (seen + SMOOTHING));
        }
        return weights;
    }

    private static double[] ratio(double[] same, double[] different) {
        double[] weights = new double[same.length];
        for (int i = 0; i < weights.length; i++) {
            int trait = i / Traits.LEVELS;
            double expected = different[i] * all(same, trait) / Math.max(1, all(different, trait));
            weights[i] = Math.log((same[i] + SMOOTHING) / (expected + SMOOTHING));
        }
        return weights;
    }

    RowBlock block(short[] codes) {
        return new RowBlock(codes, weights.length / Traits.LEVELS, order);
    }

    /** Traits whose near agreement says most, best first: rows are looked up by them. */
    int[] telling() {
        return telling;
    }

    /**
     * Sum of the weights of two rows; {@link Double#NEGATIVE_INFINITY} as soon as it is certain to stay below
     * {@code least}. Begins with the best that their states allow and takes off what each value falls short of it.
     */
    double score(RowBlock first, int a, RowBlock second, int b, double least) {
        return score(first.bound(a, second, b, bound), first, a, second, b, least);
    }

    /** The same where the best that their states allow is known from {@link #bounds}. */
    double score(double best, RowBlock first, int a, RowBlock second, int b, double least) {
        double score = best;
        long values = first.values(a) & second.values(b);
        while (values != 0 && score >= least) {
            int bit = Long.numberOfTrailingZeros(values);
            int trait = order[bit];
            score -= loss[bit * Traits.VALUE_LEVELS + Traits.agreement(first.code(a, trait), second.code(b, trait))];
            values &= values - 1;
        }
        return score >= least ? score : Double.NEGATIVE_INFINITY;
    }

    /** The best that the states of a row and of some others allow, see {@link RowBlock#bounds}. */
    void bounds(RowBlock first, int a, byte[] others, int from, double[] result) {
        first.bounds(a, others, from, bound, result);
    }
}
