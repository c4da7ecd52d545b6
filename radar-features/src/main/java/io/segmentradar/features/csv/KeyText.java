package io.segmentradar.features.csv;

import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentKey;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the cells of one key dimension: trimmed, composed Unicode (NFC), blank to the dimension's name for it. Distinct
 * texts are remembered, so that equal keys are one object. Mutable, one thread.
 */
final class KeyText {
    private static final int MOST_REMEMBERED = 100_000;

    private final SegmentDimension dimension;
    private final Map<String, String> known = new HashMap<>();
    private String value;

    KeyText(SegmentDimension dimension) {
        this.dimension = dimension;
    }

    /** The key value read last. */
    String value() {
        return value;
    }

    /** Reads a cell; false if the dimension does not allow it. */
    boolean read(String text) {
        value = known.get(text);
        if (value != null) {
            return true;
        }
        String key = Normalizer.normalize(CellText.trim(text), Normalizer.Form.NFC);
        key = key.isEmpty() ? dimension.missing() : key;
        if (!dimension.allows(key) || key.equals(SegmentKey.ANY)) {
            return false;
        }
        if (known.size() < MOST_REMEMBERED) {
            known.put(text, key);
        }
        value = key;
        return true;
    }

    /** Why {@link #read} refused a text. */
    String complaint() {
        return dimension.values().isEmpty()
                ? "'" + SegmentKey.ANY + "' is reserved for totals"
                : "not an allowed value of '" + dimension.id() + "': " + String.join(", ", dimension.values());
    }
}
