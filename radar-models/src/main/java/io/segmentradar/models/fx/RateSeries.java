package io.segmentradar.models.fx;

import io.segmentradar.core.panel.MonthlySeries;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.OptionalDouble;

/** The log changes of a rate over the unbroken run of months that ends at the latest month known. */
final class RateSeries {
    private final YearMonth first;
    private final double[] changes;

    /**
     * @param last latest month known; the series has a value for it
     */
    RateSeries(MonthlySeries rate, YearMonth last) {
        NavigableMap<YearMonth, Double> values = rate.values();
        YearMonth start = last;
        while (values.containsKey(start.minusMonths(1))) {
            start = start.minusMonths(1);
        }
        first = start.plusMonths(1);
        changes = new double[(int) start.until(last, ChronoUnit.MONTHS)];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = Math.log(values.get(start.plusMonths(t + 1L)) / values.get(start.plusMonths(t)));
        }
    }

    YearMonth firstChange() {
        return first;
    }

    double[] changes() {
        return changes.clone();
    }

    /** Log change into a month; NaN where it is not known. */
    double change(YearMonth month) {
        long t = first.until(month, ChronoUnit.MONTHS);
        return t < 0 || t >= changes.length ? Double.NaN : changes[(int) t];
    }

    /** Log change over the latest {@code months}; empty where the run is shorter. */
    OptionalDouble changeOver(int months) {
        return months > changes.length
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(changes, changes.length - months, changes.length)
                        .sum());
    }
}
