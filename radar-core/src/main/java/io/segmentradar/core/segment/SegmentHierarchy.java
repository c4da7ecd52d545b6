package io.segmentradar.core.segment;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The levels at which a run forecasts, alerts and reports: from the whole bank down to the segments. */
public record SegmentHierarchy(List<SegmentDimension> dimensions, List<SegmentLevel> levels) {
    public static final String BANK = "bank";
    public static final String SEGMENT = "segment";

    private static final Label WHOLE_BANK = new Label("은행 전체", "Whole bank");

    public SegmentHierarchy {
        dimensions = List.copyOf(dimensions);
        levels = List.copyOf(levels);
    }

    /** Bank, each dimension alone, the first two dimensions together (if there are more than two), segments. */
    public static SegmentHierarchy standard(List<SegmentDimension> dimensions) {
        List<SegmentLevel> levels = new ArrayList<>();
        levels.add(new SegmentLevel(BANK, List.of()));
        int n = dimensions.size();
        if (n > 1) {
            for (int d = 0; d < n; d++) {
                levels.add(new SegmentLevel(dimensions.get(d).id(), List.of(d)));
            }
        }
        if (n > 2) {
            String id = dimensions.get(0).id() + "_" + dimensions.get(1).id();
            levels.add(new SegmentLevel(id, List.of(0, 1)));
        }
        levels.add(new SegmentLevel(SEGMENT, IntStream.range(0, n).boxed().toList()));
        return new SegmentHierarchy(dimensions, levels);
    }

    public SegmentLevel level(String id) {
        return levels.stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No level '" + id + "'; known: "
                        + levels.stream().map(SegmentLevel::id).toList()));
    }

    /**
     * What people call a segment or aggregate: the values that it has, or the bank as such. A value that says little
     * alone, a blank one or the only one of an aggregate by grade, comes with its dimension.
     */
    public String nameOf(SegmentKey key, Language language) {
        boolean alone =
                key.values().stream().filter(v -> !v.equals(SegmentKey.ANY)).count() == 1;
        List<String> parts = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            if (!key.value(d).equals(SegmentKey.ANY)) {
                parts.add(dimensions.get(d).nameOf(key.value(d), alone, language));
            }
        }
        return parts.isEmpty() ? WHOLE_BANK.in(language) : String.join(" · ", parts);
    }

    public SegmentLevel bank() {
        return level(BANK);
    }

    public SegmentLevel segments() {
        return level(SEGMENT);
    }
}
