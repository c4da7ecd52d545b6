package io.segmentradar.features.spec;

import io.segmentradar.core.run.RadarSpec.AmountColumn;
import io.segmentradar.core.run.RadarSpec.MonthColumn;
import io.segmentradar.core.run.RadarSpec.RangeColumn;
import io.segmentradar.core.segment.SegmentDimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the sections on the columns of the input: {@code month}, {@code keys}, {@code amounts}, {@code ranges}. */
final class InputReader {
    private static final String UNKNOWN = "미상";

    private final Set<String> columns = new LinkedHashSet<>();

    MonthColumn month(SpecSection top) {
        List<MonthColumn> months = new ArrayList<>();
        Map<String, String> patterns = new LinkedHashMap<>();
        patterns.put("YYYYMM", "YYYYMM");
        patterns.put("YYYY-MM", "YYYY-MM");
        SpecSection.read(
                top.node("month"),
                top.problems(),
                s -> months.add(new MonthColumn(column(s), s.choice("pattern", patterns))));
        return months.get(0);
    }

    List<SegmentDimension> dimensions(SpecSection top) {
        List<SegmentDimension> dimensions = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        top.each("keys", s -> {
            String id = s.id("id");
            if (!ids.add(id)) {
                s.problems().add(s.node("id"), "'" + id + "' is the id of an earlier key");
            }
            dimensions.add(new SegmentDimension(
                    id,
                    column(s),
                    s.label("label"),
                    s.text("missing", UNKNOWN),
                    s.texts("values"),
                    s.labels("value_labels")));
        });
        requireSome(top, "keys", dimensions);
        return dimensions;
    }

    List<AmountColumn> amounts(SpecSection top) {
        List<AmountColumn> amounts = new ArrayList<>();
        top.each(
                "amounts",
                s -> amounts.add(new AmountColumn(
                        column(s), s.label("label"), s.flag("required", true), s.flag("signed", false))));
        requireSome(top, "amounts", amounts);
        return amounts;
    }

    List<RangeColumn> ranges(SpecSection top) {
        List<RangeColumn> ranges = new ArrayList<>();
        top.each("ranges", s -> ranges.add(new RangeColumn(column(s), s.label("label"), s.flag("required", true))));
        return ranges;
    }

    /** A column of the input plays one role only. */
    private String column(SpecSection section) {
        String column = section.text("column");
        if (section.has("column") && !columns.add(column)) {
            section.problems().add(section.node("column"), "column '" + column + "' already has a role in this spec");
        }
        return column;
    }

    private static void requireSome(SpecSection top, String key, List<?> items) {
        if (items.isEmpty()) {
            top.problems().add(top.node(key), "at least one is required");
        }
    }
}
