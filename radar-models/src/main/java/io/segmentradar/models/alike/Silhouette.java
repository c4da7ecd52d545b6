package io.segmentradar.models.alike;

/** Mean silhouette of Rousseeuw (1987) over an even choice of points, each against all. */
final class Silhouette {
    private static final int MOST_POINTS = 500;

    private Silhouette() {}

    static double of(double[][] points, int[] labels, int groups) {
        int step = Math.max(1, points.length / MOST_POINTS);
        int[] sizes = new int[groups];
        for (int label : labels) {
            sizes[label]++;
        }
        double sum = 0;
        int n = 0;
        for (int i = 0; i < points.length; i += step) {
            sum += of(i, points, labels, sizes);
            n++;
        }
        return sum / n;
    }

    private static double of(int i, double[][] points, int[] labels, int[] sizes) {
        double[] total = new double[sizes.length];
        for (int j = 0; j < points.length; j++) {
            total[labels[j]] += Math.sqrt(Partition.squared(points[i], points[j]));
        }
        int own = labels[i];
        if (sizes[own] == 1) {
            return 0;
        }
        double inside = total[own] / (sizes[own] - 1);
        double next = Double.POSITIVE_INFINITY;
        for (int g = 0; g < sizes.length; g++) {
            if (g != own && sizes[g] > 0) {
                next = Math.min(next, total[g] / sizes[g]);
            }
        }
        return Double.isInfinite(next) ? 0 : (next - inside) / Math.max(next, inside);
    }
}
