package io.segmentradar.models.season;

import io.segmentradar.features.matrix.SeriesBlock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Segments whose yearly patterns are alike: those under one node of that level of the hierarchy on which patterns differ
 * least. The pattern of each is drawn towards their mean, the more so the noisier it is (empirical Bayes, Efron and Morris
 * 1975).
 */
final class Siblings {
    private static final int YEAR = YearlyPattern.YEAR;
    private static final int FEWEST = 2;

    /** The months that make up a pattern are not independent: its variance is this many times the naive one. */
    private static final double DEPENDENCE = 2;

    /** Least share of the differences between siblings that is held for real. */
    private static final double REAL = 0.1;

    private Siblings() {}

    /**
     * Families of nodes, of that upper level under whose nodes patterns differ least; maybe none.
     *
     * @param patterns of each node, null for those without a season
     */
    static List<int[]> alike(SeriesBlock block, YearlyPattern[] patterns) {
        int segments = families(block, patterns, block.levels().size() - 1, 1).size();
        List<int[]> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        for (int l = 0; l < block.levels().size() - 1; l++) {
            List<int[]> families = families(block, patterns, l, FEWEST);
            double difference = 0;
            int n = 0;
            for (int[] family : families) {
                difference += family.length * spread(patterns, family);
                n += family.length;
            }
            boolean covers = n > 0 && 2 * n >= segments;
            if (covers && difference / n < least) {
                least = difference / n;
                best = families;
            }
        }
        return best;
    }

    private static List<int[]> families(SeriesBlock block, YearlyPattern[] patterns, int level, int fewest) {
        int first = block.start(block.levels().size() - 1);
        int[] parents = block.nodesOfSegments(level);
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int s = 0; s < parents.length; s++) {
            if (patterns[first + s] != null) {
                members.computeIfAbsent(parents[s], parent -> new ArrayList<>()).add(first + s);
            }
        }
        return members.values().stream()
                .filter(family -> family.size() >= fewest)
                .map(family -> family.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static double[] mean(YearlyPattern[] patterns, int[] family) {
        double[] mean = new double[YEAR];
        for (int node : family) {
            for (int i = 0; i < YEAR; i++) {
                mean[i] += patterns[node].pattern()[i] / family.length;
            }
        }
        return mean;
    }

    /** Variance of an entry of a pattern between siblings. */
    private static double spread(YearlyPattern[] patterns, int[] family) {
        double[] mean = mean(patterns, family);
        double squares = 0;
        for (int node : family) {
            for (int i = 0; i < YEAR; i++) {
                double distance = patterns[node].pattern()[i] - mean[i];
                squares += distance * distance;
            }
        }
        return squares / (YEAR - 1) / (family.length - 1);
    }

    /** Patterns of all nodes, those of siblings drawn towards their mean; null for nodes without a season. */
    static double[][] drawn(YearlyPattern[] own, List<int[]> families) {
        double[][] patterns = new double[own.length][];
        for (int node = 0; node < patterns.length; node++) {
            patterns[node] = own[node] == null ? null : own[node].pattern();
        }
        double real = real(own, families);
        for (int[] family : families) {
            double[] mean = mean(own, family);
            for (int node : family) {
                double share = real / (real + DEPENDENCE * own[node].noise());
                double[] drawn = new double[YEAR];
                for (int i = 0; i < YEAR; i++) {
                    drawn[i] = mean[i] + share * (own[node].pattern()[i] - mean[i]);
                }
                patterns[node] = drawn;
            }
        }
        return patterns;
    }

    /** Variance between siblings that noise does not explain; never quite 0. */
    private static double real(YearlyPattern[] patterns, List<int[]> families) {
        double spread = 0;
        double noise = 0;
        int n = 0;
        for (int[] family : families) {
            spread += family.length * spread(patterns, family);
            for (int node : family) {
                noise += patterns[node].noise();
            }
            n += family.length;
        }
        return n == 0 ? 1 : Math.max(spread - noise, REAL * spread) / n + Double.MIN_NORMAL;
    }
}
