package io.segmentradar.core.view;

import java.util.OptionalDouble;

/** A value, and what it was a month and a year before; empty where it is missing or withheld. */
public record Figure(OptionalDouble value, OptionalDouble monthAgo, OptionalDouble yearAgo) {
    public OptionalDouble monthOnMonth() {
        return change(monthAgo);
    }

    public OptionalDouble yearOnYear() {
        return change(yearAgo);
    }

    /** Change relative to the size of the value a month before; empty when that is 0. */
    public OptionalDouble monthOnMonthRate() {
        return rate(monthAgo);
    }

    /** Change relative to the size of the value a year before; empty when that is 0. */
    public OptionalDouble yearOnYearRate() {
        return rate(yearAgo);
    }

    private OptionalDouble change(OptionalDouble before) {
        return value.isPresent() && before.isPresent()
                ? OptionalDouble.of(value.getAsDouble() - before.getAsDouble())
                : OptionalDouble.empty();
    }

    private OptionalDouble rate(OptionalDouble before) {
        OptionalDouble change = change(before);
        return change.isPresent() && before.getAsDouble() != 0
                ? OptionalDouble.of(change.getAsDouble() / Math.abs(before.getAsDouble()))
                : OptionalDouble.empty();
    }
}
