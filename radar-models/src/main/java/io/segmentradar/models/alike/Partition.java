package io.segmentradar.models.alike;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.Well19937c;

/** Points divided among centres by k-means with the seeding of Arthur and Vassilvitskii (2007). */
final class Partition {
    private static final int MOST_ITERATIONS = 40;

    private final double[][] centres;

    private Partition(double[][] centres) {
        this.centres = centres;
    }

    /** The best of {@code starts} by the sum of squared distances. */
    static Partition of(double[][] points, int k, int starts, long seed) {
        KMeansPlusPlusClusterer<DoublePoint> clusterer =
                new KMeansPlusPlusClusterer<>(k, MOST_ITERATIONS, new EuclideanDistance(), new Well19937c(seed));
        List<DoublePoint> items = new ArrayList<>(points.length);
        for (double[] point : points) {
            items.add(new DoublePoint(point));
        }
        Partition best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int start = 0; start < starts; start++) {
            Partition found = new Partition(clusterer.cluster(items).stream()
                    .map(CentroidCluster::getCenter)
                    .map(centre -> centre.getPoint())
                    .toArray(double[][]::new));
            double spread = found.spread(points);
            if (spread < least) {
                least = spread;
                best = found;
            }
        }
        return best;
    }

    int size() {
        return centres.length;
    }

    /** Number of the nearest centre of each point, from 0. */
    int[] labels(double[][] points) {
        int[] labels = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            labels[i] = nearest(points[i]);
        }
        return labels;
    }

    private double spread(double[][] points) {
        double sum = 0;
        for (double[] point : points) {
            sum += squared(point, centres[nearest(point)]);
        }
        return sum;
    }

    private int nearest(double[] point) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            double square = squared(point, centres[c]);
            if (square < least) {
                least = square;
                nearest = c;
            }
        }
        return nearest;
    }

    static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }
}
