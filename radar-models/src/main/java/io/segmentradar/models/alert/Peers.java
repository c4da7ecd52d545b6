package io.segmentradar.models.alert;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * The part of a segment's own errors that the segments which have always erred with it tell of the same month: at most
 * {@value #MOST} whose past errors correlate beyond chance (Fisher 1915: the inverse hyperbolic tangent of a correlation
 * has the standard error 1/√(n − 3)), weighed by a ridge regression (Hoerl and Kennard 1970). They are found by what
 * they did, not by their keys: a wider heading and its main item, two branches of one trade. Who has no such peers keeps
 * its errors.
 */
final class Peers {
    static final int MOST = 3;
    /** Standard errors of a correlation by which it must differ from 0: one of 16,000 chance pairs does. */
    private static final double CLEARLY = 4;
    /** Months of no relation at all that the prior is worth; keeps sums of each other from explaining all. */
    private static final double PRIOR_MONTHS = 30;

    private static final int MIN_MONTHS = 12;

    private static final int[] NONE = {};

    private final double[] errors;
    private final int months;
    private final int nodes;
    private final double[] norm;
    private final double[] part;
    private final int[][] peers;

    /**
     * @param errors by node and month in units of each node's own, NaN where there is none; not changed; peers are
     *     learned before the last month
     */
    Peers(double[] errors, int months) {
        this.months = months;
        this.nodes = errors.length / months;
        this.errors = new double[errors.length];
        for (int cell = 0; cell < errors.length; cell++) {
            this.errors[cell] = Double.isNaN(errors[cell]) ? 0 : errors[cell];
        }
        norm = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            norm[node] = Math.sqrt(product(node, node));
        }
        part = new double[errors.length];
        peers = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            int known = 0;
            for (int m = 0; m < months - 1; m++) {
                known += Double.isNaN(errors[node * months + m]) ? 0 : 1;
            }
            peers[node] = known >= MIN_MONTHS && norm[node] > 0 ? choose(node, known) : NONE;
            fill(node);
        }
    }

    /** Those of a node, the most alike first. */
    int[] of(int node) {
        return peers[node];
    }

    /** What they tell of the node's error, in the units given; 0 without peers. */
    double part(int node, int month) {
        return part[node * months + month];
    }

    private void fill(int node) {
        int[] its = peers[node];
        double[] weights = its.length == 0 ? new double[0] : weights(node, its);
        for (int p = 0; p < its.length; p++) {
            for (int m = 0; m < months; m++) {
                part[node * months + m] += weights[p] * errors[its[p] * months + m];
            }
        }
    }

    /** Sum of products over the months before the last. */
    private double product(int a, int b) {
        double sum = 0;
        for (int m = 0; m < months - 1; m++) {
            sum += errors[a * months + m] * errors[b * months + m];
        }
        return sum;
    }

    /** Those of the highest correlation, if it is beyond chance. */
    private int[] choose(int node, int known) {
        double least = Math.tanh(CLEARLY / Math.sqrt(known - 3));
        int[] best = new int[MOST];
        double[] correlations = new double[MOST];
        Arrays.fill(correlations, least);
        int found = 0;
        for (int other = 0; other < nodes; other++) {
            double correlation =
                    other == node || norm[other] == 0 ? 0 : Math.abs(product(node, other)) / (norm[node] * norm[other]);
            if (correlation > correlations[MOST - 1]) {
                int place = MOST - 1;
                for (; place > 0 && correlation > correlations[place - 1]; place--) {
                    best[place] = best[place - 1];
                    correlations[place] = correlations[place - 1];
                }
                best[place] = other;
                correlations[place] = correlation;
                found = Math.min(MOST, found + 1);
            }
        }
        return Arrays.copyOf(best, found);
    }

    private double[] weights(int node, int[] peers) {
        double[][] gram = new double[peers.length][peers.length];
        double[] moment = new double[peers.length];
        for (int a = 0; a < peers.length; a++) {
            for (int b = 0; b < peers.length; b++) {
                gram[a][b] = product(peers[a], peers[b]);
            }
            gram[a][a] += PRIOR_MONTHS;
            moment[a] = product(peers[a], node);
        }
        return new LUDecomposition(new Array2DRowRealMatrix(gram, false))
                .getSolver()
                .solve(new ArrayRealVector(moment, false))
                .toArray();
    }
}
