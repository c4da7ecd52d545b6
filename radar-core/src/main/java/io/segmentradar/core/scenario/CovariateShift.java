package io.segmentradar.core.scenario;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Another course of a series from outside. Models see a series up to the month in which they forecast; a path over the
 * months ahead is therefore read as if it were announced now: the forecast for a month is made with the value of that
 * month in place of the value known today.
 *
 * @param change share by which today's value differs, such as −0.05; empty if there is a path
 * @param path values of the months ahead, the last one holding on; empty if there is a change
 */
public record CovariateShift(OptionalDouble change, List<Double> path) {
    public CovariateShift {
        path = List.copyOf(path);
        if (change.isPresent() != path.isEmpty()) {
            throw new IllegalArgumentException("A series needs either a change or a path");
        }
        if (change.isPresent() && !(change.getAsDouble() > -1)
                || path.stream().anyMatch(value -> !Double.isFinite(value))) {
            throw new IllegalArgumentException("A change must be above -1 and a path finite, got " + change + path);
        }
    }

    /** The value that stands in for {@code known} in forecasts {@code horizon} months ahead. */
    double at(int horizon, double known) {
        return change.isPresent() ? known * (1 + change.getAsDouble()) : path.get(Math.min(horizon, path.size()) - 1);
    }

    /** Whether all months ahead have the same value. */
    boolean isFlat() {
        return path.stream().distinct().count() <= 1;
    }
}
