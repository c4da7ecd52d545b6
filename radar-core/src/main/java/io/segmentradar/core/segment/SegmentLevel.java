package io.segmentradar.core.segment;

import java.util.List;

/**
 * A level of the hierarchy: the dimensions that stay when segments are added up.
 *
 * @param id stable name in files and API: {@code bank}, {@code industry}, {@code industry_province}, {@code segment}
 * @param dimensions positions of the kept dimensions in the key, ascending; none for the bank, all for segments
 */
public record SegmentLevel(String id, List<Integer> dimensions) {
    public SegmentLevel {
        dimensions = List.copyOf(dimensions);
    }

    /** The key of the node of this level to which a segment belongs. */
    public SegmentKey nodeOf(SegmentKey segment) {
        String[] values = new String[segment.values().size()];
        for (int d = 0; d < values.length; d++) {
            values[d] = dimensions.contains(d) ? segment.value(d) : SegmentKey.ANY;
        }
        return SegmentKey.of(values);
    }
}
