package io.segmentradar.core.forecast;

import java.util.List;

/** Months ahead of the origin, 1 to {@link #MAX}. */
public record Horizon(int months) implements Comparable<Horizon> {
    public static final int MAX = 3;
    public static final Horizon ONE = new Horizon(1);
    public static final List<Horizon> ALL = List.of(ONE, new Horizon(2), new Horizon(3));

    public Horizon {
        if (months < 1 || months > MAX) {
            throw new IllegalArgumentException("A horizon is 1 to " + MAX + " months, got " + months);
        }
    }

    @Override
    public int compareTo(Horizon other) {
        return Integer.compare(months, other.months);
    }
}
