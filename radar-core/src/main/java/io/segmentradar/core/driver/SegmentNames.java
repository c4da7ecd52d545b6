package io.segmentradar.core.driver;

import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.List;

/** Segments and aggregates as people name them: the values that matter, a bare flag with its dimension. */
final class SegmentNames {
    private final SegmentHierarchy hierarchy;

    SegmentNames(SegmentHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    String of(SegmentId id, Language language) {
        List<String> values = split(id.value());
        List<String> parts = new ArrayList<>();
        for (int d = 0; d < values.size(); d++) {
            String value = values.get(d);
            if (!value.equals(SegmentKey.ANY)) {
                boolean bare = value.length() == 1 && d < hierarchy.dimensions().size();
                parts.add(bare ? flag(hierarchy.dimensions().get(d), value, language) : value);
            }
        }
        if (parts.isEmpty()) {
            return language == Language.KO ? "은행 전체" : "the whole bank";
        }
        return String.join(" · ", parts);
    }

    private static String flag(SegmentDimension dimension, String value, Language language) {
        return dimension.label().in(language) + " " + value;
    }

    /** Undoes the escaping of {@link SegmentId#of}. */
    private static List<String> split(String id) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c == '\\' && i + 1 < id.length()) {
                value.append(id.charAt(++i));
            } else if (c == '|') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(c);
            }
        }
        values.add(value.toString());
        return values;
    }
}
