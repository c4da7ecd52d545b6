package io.segmentradar.core.segment;

import java.util.List;

/** The dimension values that define a segment, or, with {@link #ANY} in some places, an aggregate above segments. */
public record SegmentKey(List<String> values) {
    /** Stands for "all values of this dimension" in the key of an aggregate. */
    public static final String ANY = "*";

    public SegmentKey {
        values = List.copyOf(values);
    }

    public static SegmentKey of(String... values) {
        return new SegmentKey(List.of(values));
    }

    public String value(int dimension) {
        return values.get(dimension);
    }

    public SegmentId id() {
        return SegmentId.of(this);
    }
}
