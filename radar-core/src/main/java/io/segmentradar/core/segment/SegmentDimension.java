package io.segmentradar.core.segment;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/**
 * One part of the segment key.
 *
 * @param id stable name in files and API, such as {@code industry}
 * @param column column of the input that holds it
 * @param missing what a blank cell becomes, such as 미상
 * @param values allowed values in their order; empty when any value is allowed
 */
public record SegmentDimension(String id, String column, Label label, String missing, List<String> values) {
    public SegmentDimension {
        values = List.copyOf(values);
        if (missing == null || missing.isBlank()) {
            throw new IllegalArgumentException("Dimension '" + id + "' needs a name for blank cells");
        }
    }

    public boolean allows(String value) {
        return values.isEmpty() || values.contains(value) || value.equals(missing);
    }
}
