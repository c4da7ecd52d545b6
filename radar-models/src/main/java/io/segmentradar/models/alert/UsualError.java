package io.segmentradar.models.alert;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * The usual forecast error of nodes of one kind, and how far a node's own error should lean on it: the moderated variance
 * of Smyth (2004). Where the nodes differ little, a node's few errors say less than its like; where they differ much,
 * they speak for themselves.
 *
 * @param variance of the kind
 * @param weight number of own errors that the kind is worth
 */
record UsualError(double variance, double weight) {
    static final UsualError UNKNOWN = new UsualError(1e-12, 1e-3);

    private static final int MIN_NODES = 12;
    private static final double FEW_WEIGHT = 4;
    private static final double LEAST_WEIGHT = 1;
    private static final double MOST_WEIGHT = 60;
    /** No node is taken to be steadier than this share of its like. */
    private static final double FLOOR = 0.2;

    /**
     * Errors of one node.
     *
     * @param variance mean square; 0 where there is no error or none but 0
     */
    record Own(double variance, int errors) {}

    /** Growth errors by node and month; NaN where there is none. */
    @FunctionalInterface
    interface Cells {
        double at(int node, int month);
    }

    /** Usual error of each size class of a level before the month under review; a class of few nodes takes that of all. */
    static UsualError[] bySize(LevelView view, Cells errors) {
        List<Own> all = new ArrayList<>();
        List<List<Own>> bySize = new ArrayList<>();
        for (int size = 0; size < LevelView.SIZE_CLASSES; size++) {
            bySize.add(new ArrayList<>());
        }
        for (int node = 0; node < view.size(); node++) {
            Own past = past(view, errors, node);
            if (past.errors() >= Scores.MIN_ERRORS && past.variance() > 0) {
                all.add(past);
                bySize.get(view.sizeClass(node)).add(past);
            }
        }
        UsualError ofAll = of(all, UNKNOWN);
        return bySize.stream().map(nodes -> of(nodes, ofAll)).toArray(UsualError[]::new);
    }

    /** Errors of a node before the month under review. */
    static Own past(LevelView view, Cells errors, int node) {
        double squares = 0;
        int count = 0;
        for (int m = 0; m < view.review(); m++) {
            double e = errors.at(node, m);
            if (!Double.isNaN(e)) {
                squares += e * e;
                count++;
            }
        }
        return new Own(count == 0 ? 0 : squares / count, count);
    }

    static UsualError of(List<Own> nodes, UsualError otherwise) {
        int n = nodes.size();
        if (n < MIN_NODES) {
            return otherwise == UNKNOWN && n > 0 ? ofFew(nodes) : otherwise;
        }
        double mean = 0;
        double squares = 0;
        double noise = 0;
        for (Own node : nodes) {
            double half = node.errors() / 2.0;
            double log = Math.log(node.variance()) - Gamma.digamma(half) + Math.log(half);
            mean += log / n;
            squares += log * log / n;
            noise += Gamma.trigamma(half) / n;
        }
        double between = Math.max(0, squares - mean * mean) * n / (n - 1) - noise;
        double weight = weight(between);
        return new UsualError(Math.exp(mean + Gamma.digamma(weight / 2) - Math.log(weight / 2)), weight);
    }

    /** Too few nodes to tell how much they differ: their geometric mean, at a modest weight. */
    private static UsualError ofFew(List<Own> nodes) {
        double mean = nodes.stream()
                .mapToDouble(node -> Math.log(node.variance()) / nodes.size())
                .sum();
        return new UsualError(Math.exp(mean), FEW_WEIGHT);
    }

    /** Degrees of freedom of the kind: where its trigamma equals the spread between nodes. */
    private static double weight(double between) {
        double low = LEAST_WEIGHT;
        double high = MOST_WEIGHT;
        for (int i = 0; i < 50; i++) {
            double middle = Math.sqrt(low * high);
            if (Gamma.trigamma(middle / 2) > between) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Standard error of a node from the sum of squares of {@code count} errors of its own. */
    double moderated(double squares, int count) {
        return Math.sqrt(Math.max(FLOOR * FLOOR * variance, (weight * variance + squares) / (weight + count)));
    }
}
