package io.segmentradar.core.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The most alike segments of every row of a panel, nearest first. Distances are in units of the distance between two
 * segments taken at random: 0 is a twin, 1 nothing special. Columnar and immutable.
 */
public final class Neighbours {
    private static final int ASPECTS = Aspect.values().length;

    /** Two segments at most this far apart in an aspect, half the squared distance of two at random, are alike in it. */
    public static final double NEAR = Math.sqrt(0.5);

    private final int limit;
    private final int[] rows;
    private final double[] distances;
    private final double[] parts;

    /**
     * @param limit most neighbours of a segment
     * @param rows panel rows of the neighbours, {@code segments × limit}, nearest first, −1 where there are no more
     * @param distances one a neighbour
     * @param parts distance by {@link Aspect} (in its order), {@code segments × limit × aspects}; NaN where the two
     *     cannot be compared
     */
    public Neighbours(int limit, int[] rows, double[] distances, double[] parts) {
        if (limit < 1 || rows.length % limit != 0) {
            throw new IllegalArgumentException(rows.length + " neighbours do not divide by " + limit);
        }
        if (distances.length != rows.length || parts.length != rows.length * ASPECTS) {
            throw new IllegalArgumentException(
                    rows.length + " neighbours with " + distances.length + " distances and " + parts.length + " parts");
        }
        this.limit = limit;
        this.rows = rows.clone();
        this.distances = distances.clone();
        this.parts = parts.clone();
    }

    /** Nobody is like anybody. */
    public static Neighbours none(int segments) {
        int[] rows = new int[segments];
        Arrays.fill(rows, -1);
        return new Neighbours(1, rows, new double[segments], new double[segments * ASPECTS]);
    }

    public int segments() {
        return rows.length / limit;
    }

    /** The neighbours of a panel row, nearest first. */
    public List<Neighbour> of(int segment) {
        List<Neighbour> found = new ArrayList<>(limit);
        for (int cell = segment * limit; cell < (segment + 1) * limit && rows[cell] >= 0; cell++) {
            found.add(new Neighbour(rows[cell], distances[cell], parts(cell)));
        }
        return found;
    }

    /** How many neighbours a panel row has. */
    public int count(int segment) {
        int count = 0;
        while (count < limit && rows[segment * limit + count] >= 0) {
            count++;
        }
        return count;
    }

    /** Panel row of a neighbour by its rank from 0: for kernels. */
    public int row(int segment, int rank) {
        return rows[segment * limit + rank];
    }

    /** Distance of a neighbour by its rank from 0: for kernels. */
    public double distance(int segment, int rank) {
        return distances[segment * limit + rank];
    }

    private Map<Aspect, Double> parts(int cell) {
        Map<Aspect, Double> known = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            double part = parts[cell * ASPECTS + aspect.ordinal()];
            if (!Double.isNaN(part)) {
                known.put(aspect, part);
            }
        }
        return known;
    }

    /**
     * @param segment panel row
     * @param distance over all aspects
     * @param parts distance by aspect, for those in which the two can be compared
     */
    public record Neighbour(int segment, double distance, Map<Aspect, Double> parts) {
        public Neighbour {
            Map<Aspect, Double> known = new EnumMap<>(Aspect.class);
            known.putAll(parts);
            parts = Collections.unmodifiableMap(known);
        }

        public OptionalDouble part(Aspect aspect) {
            Double part = parts.get(aspect);
            return part == null ? OptionalDouble.empty() : OptionalDouble.of(part);
        }

        /** Why the two are alike: the aspects in which they are near, nearest first. */
        public List<Aspect> reasons() {
            return parts.entrySet().stream()
                    .filter(part -> part.getValue() <= NEAR)
                    .sorted(Map.Entry.<Aspect, Double>comparingByValue().thenComparing(Map.Entry::getKey))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }
}
