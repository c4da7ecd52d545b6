package io.segmentradar.core.segment;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One part of the segment key.
 *
 * @param id stable name in files and API, such as {@code industry}
 * @param column column of the input that holds it
 * @param missing what a blank cell becomes, such as 미상
 * @param values allowed values in their order; empty when any value is allowed
 * @param valueLabels what people call a value whose code says little, such as Y and N; others are called as they are
 */
public record SegmentDimension(
        String id, String column, Label label, String missing, List<String> values, Map<String, Label> valueLabels) {
    public SegmentDimension {
        values = List.copyOf(values);
        valueLabels = valueLabels == null // a run stored before there were any
                ? Map.of()
                : Collections.unmodifiableMap(new TreeMap<>(valueLabels));
        if (missing == null || missing.isBlank()) {
            throw new IllegalArgumentException("Dimension '" + id + "' needs a name for blank cells");
        }
    }

    /** A dimension whose values need no other names. */
    public SegmentDimension(String id, String column, Label label, String missing, List<String> values) {
        this(id, column, label, missing, values, Map.of());
    }

    /** What people call {@code value}, {@code alone} or among the values of other dimensions. */
    String nameOf(String value, boolean alone, Language language) {
        Label called = valueLabels.get(value);
        if (called != null) {
            return called.in(language);
        }
        boolean bare = value.equals(missing) || alone && !values.isEmpty();
        return bare ? label.in(language) + " " + value : value;
    }

    public boolean allows(String value) {
        return values.isEmpty() || values.contains(value) || value.equals(missing);
    }
}
