package io.segmentradar.core.alike;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which segment belongs to which group. Columnar and immutable. */
public final class Grouping {
    private final List<SegmentCluster> clusters;
    private final List<Trial> trials;
    private final int[] cluster;
    private final double[] distance;
    private final int[] unusual;

    /**
     * @param cluster number of the group of every panel row; 0 for a segment without customers
     * @param distance of a segment from the middle of its group, 1 being that of two segments taken at random
     * @param unusual ordinal of the {@link Aspect} in which an outlier is farthest from its group; −1 for the others
     */
    public Grouping(
            List<SegmentCluster> clusters, List<Trial> trials, int[] cluster, double[] distance, int[] unusual) {
        this.clusters = List.copyOf(clusters);
        this.trials = List.copyOf(trials);
        if (cluster.length != distance.length || cluster.length != unusual.length) {
            throw new IllegalArgumentException(cluster.length + " segments with " + distance.length + " distances and "
                    + unusual.length + " marks");
        }
        for (int number : cluster) {
            if (number < 0 || number > clusters.size()) {
                throw new IllegalArgumentException("There is no group " + number + " among " + clusters.size());
            }
        }
        this.cluster = cluster.clone();
        this.distance = distance.clone();
        this.unusual = unusual.clone();
    }

    /** No groups: too few segments, or nobody looked for any. */
    public static Grouping none(int segments) {
        int[] usual = new int[segments];
        Arrays.fill(usual, -1);
        return new Grouping(List.of(), List.of(), new int[segments], new double[segments], usual);
    }

    public int segments() {
        return cluster.length;
    }

    /** Groups, the largest first. */
    public List<SegmentCluster> clusters() {
        return clusters;
    }

    /** What was tried to find the number of groups. */
    public List<Trial> trials() {
        return trials;
    }

    /** The nearest group of a panel row, also of an outlier; empty for a segment without customers. */
    public Optional<SegmentCluster> cluster(int segment) {
        return cluster[segment] == 0 ? Optional.empty() : Optional.of(clusters.get(cluster[segment] - 1));
    }

    /** Distance from the middle of the group. */
    public double distance(int segment) {
        return distance[segment];
    }

    /** True if a segment is too far from the middle of any group to be counted to it. */
    public boolean isOutlier(int segment) {
        return unusual[segment] >= 0;
    }

    /** The aspect in which an outlier is farthest from its nearest group. */
    public Optional<Aspect> unusual(int segment) {
        return isOutlier(segment) ? Optional.of(Aspect.values()[unusual[segment]]) : Optional.empty();
    }

    /**
     * @param clusters number of groups tried
     * @param silhouette mean silhouette (Rousseeuw 1987), −1 to 1: how much nearer segments are to their own group than
     *     to the next
     * @param stability mean adjusted Rand index (Hubert and Arabie 1985) of the groups with those found again in random
     *     subsamples
     * @param chosen true for the number that was taken
     */
    public record Trial(int clusters, double silhouette, double stability, boolean chosen) {}
}
