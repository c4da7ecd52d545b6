package io.segmentradar.models.alike;

import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.Grouping.Trial;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Finds the number of groups: among those whose groups are found again in random subsamples, the one with the largest
 * silhouette; if none is found again well, the one that is found again best.
 */
final class ClusterCount {
    /** Agreement with the groups of a subsample from which a number of groups counts as stable. */
    static final double STABLE = 0.8;

    /** Points a group needs on average to be worth finding. */
    static final int LEAST_EACH = 5;

    private static final int STARTS = 4;
    private static final int LAST_STARTS = 30;
    private static final int SUBSAMPLES = 5;
    private static final double SUBSAMPLE = 0.8;

    private final double[][] points;
    private final long seed;

    ClusterCount(double[][] points, long seed) {
        this.points = points;
        this.seed = seed;
    }

    /** One number of groups with its groups. */
    record Tried(int clusters, double silhouette, double stability) {
        private Trial against(Tried best) {
            return new Trial(clusters, silhouette, stability, clusters == best.clusters());
        }
    }

    /** What was found for the chosen number, and the record of all. */
    record Choice(Partition partition, List<Trial> trials) {}

    Choice choose(AlikePolicy policy) {
        List<Tried> tried = IntStream.rangeClosed(policy.leastClusters(), policy.mostClusters())
                .filter(k -> k * LEAST_EACH <= points.length)
                .parallel()
                .mapToObj(this::tried)
                .toList();
        double needed = Math.min(
                STABLE, tried.stream().mapToDouble(Tried::stability).max().orElseThrow());
        Tried best = tried.stream()
                .filter(t -> t.stability() >= needed)
                .reduce((a, b) -> b.silhouette() > a.silhouette() ? b : a)
                .orElseThrow();
        // The groups that are published come from many more starts, so that they do not hang on the seed.
        return new Choice(
                Partition.of(points, best.clusters(), LAST_STARTS, seed),
                tried.stream().map(t -> t.against(best)).toList());
    }

    private Tried tried(int k) {
        Partition partition = Partition.of(points, k, STARTS, seed);
        int[] labels = partition.labels(points);
        return new Tried(k, Silhouette.of(points, labels, k), stability(k, labels));
    }

    private double stability(int k, int[] labels) {
        double sum = 0;
        for (int b = 0; b < SUBSAMPLES; b++) {
            Random random = new Random(seed * 31 + b);
            double[][] some = IntStream.range(0, points.length)
                    .filter(i -> random.nextDouble() < SUBSAMPLE)
                    .mapToObj(i -> points[i])
                    .toArray(double[][]::new);
            Partition again = Partition.of(some, k, 2, seed + 1 + b);
            sum += AdjustedRand.of(labels, again.labels(points));
        }
        return sum / SUBSAMPLES;
    }
}
