package io.segmentradar.core.segment;

import java.util.ArrayList;
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

    /** The key that has this id: the inverse of {@link #of}. */
    public SegmentKey key() {
        List<String> values = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && i + 1 < value.length()) {
                part.append(value.charAt(++i));
            } else if (c == '|') {
                values.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        values.add(part.toString());
        return new SegmentKey(values);
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
