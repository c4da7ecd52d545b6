package io.segmentradar.models.alike;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.AspectWeights;
import io.segmentradar.core.alike.Neighbours;
import io.segmentradar.core.alike.SegmentSimilarity;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Compares every segment with every other in all aspects. An aspect in which two cannot be compared counts as if they
 * were two taken at random, so that a young segment is not near to everybody.
 */
public final class AspectSimilarity implements SegmentSimilarity {
    private static final int ASPECTS = Aspect.values().length;

    @Override
    public Neighbours nearest(
            SegmentPanel panel, KpiCatalog kpis, AspectWeights weights, int limit, IntPredicate candidates) {
        return nearest(new AspectSpace(panel, kpis, weights), limit, candidates);
    }

    static Neighbours nearest(AspectSpace space, int limit, IntPredicate candidates) {
        int n = space.segments();
        int[] candidate = IntStream.range(0, n)
                .filter(s -> space.isAlive(s) && candidates.test(s))
                .toArray();
        int[] rows = new int[n * limit];
        double[] distances = new double[n * limit];
        double[] parts = new double[n * limit * ASPECTS];
        Arrays.fill(rows, -1);
        IntStream.range(0, n).parallel().filter(space::isAlive).forEach(s -> {
            int from = s * limit;
            int found = 0;
            for (int other : candidate) {
                if (other != s) {
                    found = insert(rows, distances, from, found, limit, other, space.squared(s, other));
                }
            }
            for (int cell = from; cell < from + found; cell++) {
                distances[cell] = Math.sqrt(distances[cell]);
                for (Aspect aspect : Aspect.values()) {
                    parts[cell * ASPECTS + aspect.ordinal()] = Math.sqrt(space.squared(aspect, s, rows[cell]));
                }
            }
        });
        return new Neighbours(limit, rows, distances, parts);
    }

    /** Keeps the nearest, by distance and then row; returns how many there are. */
    private static int insert(int[] rows, double[] squares, int from, int found, int limit, int row, double square) {
        if (found == limit && square >= squares[from + limit - 1]) {
            return found;
        }
        int at = from + Math.min(found, limit - 1);
        while (at > from && squares[at - 1] > square) {
            rows[at] = rows[at - 1];
            squares[at] = squares[at - 1];
            at--;
        }
        rows[at] = row;
        squares[at] = square;
        return Math.min(found + 1, limit);
    }
}
