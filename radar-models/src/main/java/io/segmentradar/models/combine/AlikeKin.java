package io.segmentradar.models.combine;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Segments that are like a young one in all that is known of it: values of its key, customers, and each KPI for a customer
 * over the months since it appeared. It has no course to be compared in, the aspects that need one are left out. Each
 * figure is centred on its median and scaled by its quartiles, as known at the origin. May be asked from several threads.
 */
public final class AlikeKin {
    /** Squared distance that a different value of the key counts. */
    private static final float KEY_WEIGHT = 2;

    /** What the squared distance in a figure counts, in units of its spread. */
    private static final float FIGURE_WEIGHT = 0.5f;

    /** Share of the segments with a history that are kin: many, because the growth of a single one is wild. */
    private static final double SHARE = 0.4;

    private static final int FEWEST = 5;

    /** Segments compared at the most, drawn evenly: more cost time and say the same. */
    private static final int COMPARED = 2_000;

    /** Months that kin must be known for. */
    private static final int GROWN = ColdStart.YOUNG + 4;

    private static final double FARTHEST = 4;
    private static final double QUARTILES_TO_DEVIATION = 1.349;
    private static final double UNIT_SHARE = 0.3;

    private final SeriesBlock block;
    private final int from;
    private final int segments;
    private final int months;
    private final int[][] keys;
    private final double[] customers;
    private final List<double[]> amounts = new ArrayList<>();
    private final Map<Integer, Origin> byOrigin = new ConcurrentHashMap<>();

    /** Segments with a history, and for each young one the places of its kin among them. */
    private record Origin(List<Integer> grown, Map<Integer, short[]> kin) {}

    public AlikeKin(SeriesBlock block, KpiCatalog kpis) {
        this.block = block;
        this.from = block.start(block.levels().size() - 1);
        this.segments = block.nodes() - from;
        this.months = block.months().count();
        this.keys = keyCodes();
        this.customers = block.values(SegmentPanel.CUSTOMER_COUNT);
        kpis.kpis().forEach(kpi -> amounts.add(block.values(kpi.id())));
    }

    private int[][] keyCodes() {
        int dimensions = segments == 0 ? 0 : block.key(from).values().size();
        int[][] codes = new int[segments][dimensions];
        for (int d = 0; d < dimensions; d++) {
            Map<String, Integer> known = new HashMap<>();
            for (int s = 0; s < segments; s++) {
                codes[s][d] = known.computeIfAbsent(block.key(from + s).value(d), value -> known.size());
            }
        }
        return codes;
    }

    /** Segments, numbered from 0 in their level, that are most like this one at an origin, the nearest first. */
    IntStream of(int segment, int origin) {
        Origin all = byOrigin.computeIfAbsent(origin, this::all);
        short[] places = all.kin().getOrDefault(segment, new short[0]);
        return IntStream.range(0, places.length).map(i -> all.grown().get(places[i]));
    }

    private Origin all(int origin) {
        int[] known = IntStream.range(0, segments).map(s -> known(s, origin)).toArray();
        int[] old = IntStream.range(0, segments).filter(s -> known[s] >= GROWN).toArray();
        int compared = Math.min(COMPARED, old.length);
        int[] grown = IntStream.range(0, compared)
                .map(i -> old[(int) ((long) i * old.length / compared)])
                .toArray();
        Map<Integer, short[]> kin = new HashMap<>();
        for (int age = 1; age <= ColdStart.YOUNG; age++) {
            int now = age;
            int[] young =
                    IntStream.range(0, segments).filter(s -> known[s] == now).toArray();
            if (young.length > 0) {
                float[][] figures = figures(origin, age);
                for (int segment : young) {
                    kin.put(segment, nearest(segment, grown, figures));
                }
            }
        }
        return new Origin(Arrays.stream(grown).boxed().toList(), kin);
    }

    /** Months since a segment appeared, as far as it matters. */
    private int known(int segment, int origin) {
        int known = 0;
        while (known < GROWN
                && known <= origin
                && !Double.isNaN(customers[(from + segment) * months + origin - known])) {
            known++;
        }
        return known;
    }

    private short[] nearest(int segment, int[] grown, float[][] figures) {
        long[] order = new long[grown.length];
        for (int i = 0; i < order.length; i++) {
            // Bits of a float that is not negative order as it does; equal distances keep the order of segments.
            order[i] = (long) Float.floatToIntBits(squared(segment, grown[i], figures)) << Integer.SIZE | i;
        }
        Arrays.sort(order);
        short[] nearest = new short[Math.min(Math.max(FEWEST, (int) (SHARE * order.length)), order.length)];
        for (int i = 0; i < nearest.length; i++) {
            nearest[i] = (short) order[i];
        }
        return nearest;
    }

    private float squared(int a, int b, float[][] figures) {
        float distance = 0;
        for (int d = 0; d < keys[a].length; d++) {
            distance += keys[a][d] == keys[b][d] ? 0 : KEY_WEIGHT;
        }
        for (int f = 0; f < figures[a].length; f++) {
            float gap = figures[a][f] - figures[b][f];
            distance += FIGURE_WEIGHT * gap * gap;
        }
        return distance;
    }

    /** Customers and each KPI for a customer over the last months, by segment. */
    private float[][] figures(int origin, int age) {
        float[][] figures = new float[segments][amounts.size() + 1];
        double[] count = means(customers, origin, age);
        scale(count.clone(), 1, figures, 0);
        for (int k = 0; k < amounts.size(); k++) {
            double[] mean = means(amounts.get(k), origin, age);
            for (int s = 0; s < segments; s++) {
                mean[s] /= Math.max(1, count[s]);
            }
            scale(mean, unit(mean), figures, k + 1);
        }
        return figures;
    }

    private double[] means(double[] values, int origin, int age) {
        double[] means = new double[segments];
        for (int s = 0; s < segments; s++) {
            double sum = 0;
            for (int k = 0; k < age; k++) {
                sum += values[(from + s) * months + origin - k];
            }
            means[s] = sum / age;
        }
        return means;
    }

    private static double unit(double[] values) {
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        return sizes.length == 0 ? 1 : sizes[(int) (UNIT_SHARE * (sizes.length - 1))];
    }

    private static void scale(double[] values, double unit, float[][] figures, int column) {
        for (int s = 0; s < values.length; s++) {
            values[s] = Math.signum(values[s]) * Math.log1p(Math.abs(values[s]) / unit);
        }
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        int n = sorted.length;
        double median = n == 0 ? 0 : sorted[n / 2];
        double spread = n == 0 ? 0 : (sorted[3 * n / 4] - sorted[n / 4]) / QUARTILES_TO_DEVIATION;
        for (int s = 0; s < values.length; s++) {
            double scaled = spread > 0 && !Double.isNaN(values[s]) ? (values[s] - median) / spread : 0;
            figures[s][column] = (float) Math.max(-FARTHEST, Math.min(FARTHEST, scaled));
        }
    }
}
