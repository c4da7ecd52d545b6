package io.segmentradar.core.panel;

import io.segmentradar.core.kpi.Label;
import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A figure from outside the bank, one value a month, such as USD/KRW.
 *
 * @param publicationLag months after its own month at which a value is known; 0 means known at that month's end
 */
public record MonthlySeries(String id, Label label, NavigableMap<YearMonth, Double> values, int publicationLag) {
    public MonthlySeries {
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
        if (publicationLag < 0) {
            throw new IllegalArgumentException(
                    "Publication lag of '" + id + "' must not be negative: " + publicationLag);
        }
    }

    /** The latest value known at the end of {@code origin}. */
    public OptionalDouble knownAt(YearMonth origin) {
        var entry = values.floorEntry(origin.minusMonths(publicationLag));
        return entry == null ? OptionalDouble.empty() : OptionalDouble.of(entry.getValue());
    }

    public OptionalDouble at(YearMonth month) {
        Double value = values.get(month);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
