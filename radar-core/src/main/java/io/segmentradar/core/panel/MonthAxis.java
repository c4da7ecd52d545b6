package io.segmentradar.core.panel;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** Consecutive months, numbered from 0; at least one. */
public record MonthAxis(YearMonth first, int count) {
    public MonthAxis {
        if (count < 1) {
            throw new IllegalArgumentException("A month axis needs at least one month, got " + count);
        }
    }

    public static MonthAxis between(YearMonth first, YearMonth last) {
        return new MonthAxis(first, Math.toIntExact(first.until(last, ChronoUnit.MONTHS)) + 1);
    }

    public YearMonth last() {
        return at(count - 1);
    }

    /** The month at {@code index}, which may lie beyond the axis (a target month). */
    public YearMonth at(int index) {
        return first.plusMonths(index);
    }

    /** The position of a month, which may lie beyond the axis. */
    public int indexOf(YearMonth month) {
        return Math.toIntExact(first.until(month, ChronoUnit.MONTHS));
    }

    public boolean contains(YearMonth month) {
        int index = indexOf(month);
        return index >= 0 && index < count;
    }
}
