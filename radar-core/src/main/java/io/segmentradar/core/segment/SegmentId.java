package io.segmentradar.core.segment;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Name of a segment or aggregate: its key values joined with {@code |}. A bar or backslash inside a value is escaped
 * with a backslash, so that two keys never share an id.
 */
public record SegmentId(String value) implements Comparable<SegmentId> {
    public SegmentId {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("A segment id must not be empty");
        }
    }

    public static SegmentId of(SegmentKey key) {
        List<String> values = key.values();
        return new SegmentId(values.stream().map(SegmentId::escape).collect(Collectors.joining("|")));
    }

    private static String escape(String value) {
        if (value.indexOf('|') < 0 && value.indexOf('\\') < 0) {
            return value;
        }
        return value.replace("\\", "\\\\").replace("|", "\\|");
    }

    @Override
    public int compareTo(SegmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
