package io.segmentradar.models.alike;

import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.kpi.Kpi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups by what segments do, not by what they are called: all aspects but the key. An aspect for which a segment is too
 * young puts it in the middle. A segment much farther from its group than is usual is an outlier.
 */
final class SegmentGroups {
    /** Robust deviations beyond the median distance from which a segment is an outlier. */
    private static final double FAR = 3.5;

    private static final double MAD_TO_DEVIATION = 1.4826;

    private final AspectSpace space;
    private final List<Kpi> kpis;
    private final List<Aspect> aspects = Arrays.stream(Aspect.values())
            .filter(aspect -> aspect != Aspect.KEY)
            .toList();
    private final int[] rows;

    SegmentGroups(AspectSpace space, List<Kpi> kpis) {
        this.space = space;
        this.kpis = kpis;
        this.rows = IntStream.range(0, space.segments()).filter(space::isAlive).toArray();
    }

    Grouping find(AlikePolicy policy, long seed) {
        if (kpis.isEmpty() || rows.length < policy.leastClusters() * ClusterCount.LEAST_EACH) {
            return Grouping.none(space.segments());
        }
        double[][] points = points();
        double[][] axes = PrincipalAxes.project(points);
        ClusterCount.Choice choice = new ClusterCount(axes, seed).choose(policy);
        int groups = choice.partition().size();
        int[] labels = bySize(choice.partition().labels(axes), groups);
        double[][] centres = centres(points, labels, groups);
        double[] distances = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            distances[i] = Math.sqrt(Partition.squared(points[i], centres[labels[i]]));
        }
        return grouping(choice, labels, groups, distances, unusual(points, labels, centres, distances));
    }

    private Grouping grouping(ClusterCount.Choice choice, int[] labels, int groups, double[] distances, int[] unusual) {
        ClusterTraits traits = new ClusterTraits(space, kpis, rows);
        ClusterNames names = new ClusterNames();
        List<SegmentCluster> clusters = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            clusters.add(names.name(g + 1, traits.of(g, labels)));
        }
        int[] cluster = new int[space.segments()];
        double[] distance = new double[space.segments()];
        int[] far = new int[space.segments()];
        Arrays.fill(far, -1);
        for (int i = 0; i < rows.length; i++) {
            cluster[rows[i]] = labels[i] + 1;
            distance[rows[i]] = distances[i];
            far[rows[i]] = unusual[i];
        }
        return new Grouping(clusters, choice.trials(), cluster, distance, far);
    }

    /** One row a segment: its features in all aspects, so weighted that squared distances are those of the space. */
    private double[][] points() {
        int width = aspects.stream().mapToInt(space::width).sum();
        double all = aspects.stream().mapToDouble(space::weight).sum();
        double[][] points = new double[rows.length][width];
        for (int i = 0; i < rows.length; i++) {
            int at = 0;
            for (Aspect aspect : aspects) {
                double[] features = space.point(aspect, rows[i]);
                double factor = Math.sqrt(space.weight(aspect) / all);
                for (int f = 0; features != null && f < features.length; f++) {
                    points[i][at + f] = factor * features[f];
                }
                at += space.width(aspect);
            }
        }
        return points;
    }

    /** Numbers the groups anew, the largest first. */
    private static int[] bySize(int[] labels, int groups) {
        int[] sizes = new int[groups];
        for (int label : labels) {
            sizes[label]++;
        }
        List<Integer> order = IntStream.range(0, groups)
                .boxed()
                .sorted(Comparator.comparingInt((Integer g) -> -sizes[g]).thenComparingInt(g -> g))
                .toList();
        return Arrays.stream(labels).map(order::indexOf).toArray();
    }

    private static double[][] centres(double[][] points, int[] labels, int groups) {
        double[][] centres = new double[groups][points[0].length];
        int[] sizes = new int[groups];
        for (int i = 0; i < points.length; i++) {
            sizes[labels[i]]++;
            for (int f = 0; f < points[i].length; f++) {
                centres[labels[i]][f] += points[i][f];
            }
        }
        for (int g = 0; g < groups; g++) {
            for (int f = 0; f < centres[g].length; f++) {
                centres[g][f] /= Math.max(1, sizes[g]);
            }
        }
        return centres;
    }

    /** The aspect in which each outlier is farthest from its centre; −1 for the others. */
    private int[] unusual(double[][] points, int[] labels, double[][] centres, double[] distances) {
        double middle = median(distances);
        double spread = MAD_TO_DEVIATION
                * median(Arrays.stream(distances).map(d -> Math.abs(d - middle)).toArray());
        int[] unusual = new int[distances.length];
        for (int i = 0; i < distances.length; i++) {
            unusual[i] = spread > 0 && distances[i] > middle + FAR * spread
                    ? farthest(points[i], centres[labels[i]]).ordinal()
                    : -1;
        }
        return unusual;
    }

    private Aspect farthest(double[] point, double[] centre) {
        Aspect farthest = aspects.get(0);
        double most = -1;
        int at = 0;
        for (Aspect aspect : aspects) {
            double square = 0;
            for (int f = at; f < at + space.width(aspect); f++) {
                square += (point[f] - centre[f]) * (point[f] - centre[f]);
            }
            at += space.width(aspect);
            if (square > most) {
                most = square;
                farthest = aspect;
            }
        }
        return farthest;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
