package io.segmentradar.core.segment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Numbers segments 0..n−1 in id order; the number is the row of a segment in every column. Immutable. */
public final class SegmentIndex {
    private final List<SegmentKey> keys;
    private final List<SegmentId> ids;
    private final Map<SegmentId, Integer> rows;

    /**
     * @param keys distinct keys; their order here does not matter
     */
    public SegmentIndex(List<SegmentKey> keys) {
        Map<SegmentId, SegmentKey> byId = new TreeMap<>();
        for (SegmentKey key : keys) {
            if (byId.put(key.id(), key) != null) {
                throw new IllegalArgumentException("Segment '" + key.id() + "' appears twice");
            }
        }
        this.keys = List.copyOf(byId.values());
        this.ids = List.copyOf(byId.keySet());
        this.rows = new HashMap<>(ids.size() * 2);
        for (int row = 0; row < ids.size(); row++) {
            rows.put(ids.get(row), row);
        }
    }

    public int size() {
        return ids.size();
    }

    public SegmentKey key(int row) {
        return keys.get(row);
    }

    public SegmentId id(int row) {
        return ids.get(row);
    }

    public List<SegmentId> ids() {
        return ids;
    }

    public OptionalInt row(SegmentId id) {
        Integer row = rows.get(id);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }
}
