package io.segmentradar.models.alike;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.AspectWeights;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Segments as points. Each feature is centred on its median and scaled by its quartiles (clipped at
 * {@value #FARTHEST}); each aspect is then scaled so that the squared distance of two segments taken at random has the
 * median 1. Weights are applied after that, so that scaling cannot cancel them.
 */
final class AspectSpace {
    /** Squared distance that counts in an aspect in which two segments cannot be compared. */
    static final double UNKNOWN = 1;

    private static final double FARTHEST = 4;
    private static final double QUARTILES_TO_DEVIATION = 1.349;
    private static final int PAIRS_EACH = 16;

    private final SegmentPanel panel;
    private final AspectWeights weights;
    private final double totalWeight;
    private final Map<Aspect, double[][]> points = new EnumMap<>(Aspect.class);
    private final int[][] keys;
    private final boolean[] alive;
    private double keyScale = 1;

    AspectSpace(SegmentPanel panel, KpiCatalog kpis, AspectWeights weights) {
        this.panel = panel;
        this.weights = weights;
        this.totalWeight = weights.total();
        this.alive = new boolean[panel.segments()];
        for (int s = 0; s < alive.length; s++) {
            alive[s] = panel.isBorn(s) && panel.lastMonth(s) == panel.months().count() - 1;
        }
        this.keys = keyCodes();
        Features features =
                new Features(panel, kpis.ids().stream().filter(panel::has).toList());
        for (Aspect aspect : Aspect.values()) {
            if (aspect != Aspect.KEY) {
                double[][] rows = features.of(aspect).toArray(double[][]::new);
                standardise(rows);
                points.put(aspect, rows);
            }
        }
        for (Aspect aspect : Aspect.values()) {
            double typical = typical(aspect);
            if (aspect == Aspect.KEY) {
                keyScale = 1 / typical;
            } else {
                multiply(points.get(aspect), 1 / Math.sqrt(typical));
            }
        }
    }

    int segments() {
        return alive.length;
    }

    boolean isAlive(int segment) {
        return alive[segment];
    }

    double weight(Aspect aspect) {
        return weights.of(aspect) / totalWeight;
    }

    /** Scaled features of a segment in an aspect other than the key; null where it is too young for it. */
    double[] point(Aspect aspect, int segment) {
        return points.get(aspect)[segment];
    }

    /** Number of features of an aspect other than the key; 0 if nobody is old enough for it. */
    int width(Aspect aspect) {
        return Arrays.stream(points.get(aspect))
                .filter(Objects::nonNull)
                .findFirst()
                .map(row -> row.length)
                .orElse(0);
    }

    /** Squared distance over all aspects by weight. */
    double squared(int a, int b) {
        double sum = 0;
        for (Aspect aspect : Aspect.values()) {
            double weight = weights.of(aspect);
            if (weight > 0) {
                double part = squared(aspect, a, b);
                sum += weight * (Double.isNaN(part) ? UNKNOWN : part);
            }
        }
        return sum / totalWeight;
    }

    /** Squared distance in one aspect; NaN where one of the two is too young for it. */
    double squared(Aspect aspect, int a, int b) {
        if (aspect == Aspect.KEY) {
            int different = 0;
            for (int d = 0; d < keys[a].length; d++) {
                different += keys[a][d] == keys[b][d] ? 0 : 1;
            }
            return different * keyScale;
        }
        double[] x = points.get(aspect)[a];
        double[] y = points.get(aspect)[b];
        if (x == null || y == null) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - y[i]) * (x[i] - y[i]);
        }
        return sum;
    }

    private int[][] keyCodes() {
        int dimensions =
                panel.segments() == 0 ? 0 : panel.index().key(0).values().size();
        int[][] codes = new int[panel.segments()][dimensions];
        for (int d = 0; d < dimensions; d++) {
            Map<String, Integer> known = new HashMap<>();
            for (int s = 0; s < codes.length; s++) {
                codes[s][d] = known.computeIfAbsent(panel.index().key(s).value(d), value -> known.size());
            }
        }
        return codes;
    }

    /** Median squared distance over an even choice of pairs; 1 if all are the same. */
    private double typical(Aspect aspect) {
        int n = alive.length;
        double[] squares = new double[n * PAIRS_EACH];
        int known = 0;
        for (int a = 0; a < n; a++) {
            for (int j = 1; j <= PAIRS_EACH; j++) {
                int b = (int) ((a + 1L + j * (long) n / (PAIRS_EACH + 1)) % n);
                double square = a == b || !alive[a] || !alive[b] ? Double.NaN : squared(aspect, a, b);
                if (!Double.isNaN(square)) {
                    squares[known++] = square;
                }
            }
        }
        Arrays.sort(squares, 0, known);
        double median = known == 0 ? 0 : squares[known / 2];
        double mean = Arrays.stream(squares, 0, known).average().orElse(0);
        return median > 0 ? median : mean > 0 ? mean : 1;
    }

    private static void multiply(double[][] rows, double factor) {
        for (double[] row : rows) {
            for (int i = 0; row != null && i < row.length; i++) {
                row[i] *= factor;
            }
        }
    }

    private static void standardise(double[][] rows) {
        List<double[]> known = Arrays.stream(rows).filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return;
        }
        for (int i = 0; i < known.get(0).length; i++) {
            int feature = i;
            double[] values = known.stream()
                    .mapToDouble(row -> row[feature])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
            double median = values.length == 0 ? 0 : values[values.length / 2];
            double spread = spread(values);
            for (double[] row : known) {
                double scaled = spread > 0 && !Double.isNaN(row[i]) ? (row[i] - median) / spread : 0;
                row[i] = Math.max(-FARTHEST, Math.min(FARTHEST, scaled));
            }
        }
    }

    /** By the quartiles; by the standard deviation where half of all are the same. */
    private static double spread(double[] sorted) {
        int n = sorted.length;
        if (n < 2) {
            return 0;
        }
        double quartiles = (sorted[3 * n / 4] - sorted[n / 4]) / QUARTILES_TO_DEVIATION;
        if (quartiles > 0) {
            return quartiles;
        }
        double mean = Arrays.stream(sorted).average().orElse(0);
        return Math.sqrt(Arrays.stream(sorted)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }
}
