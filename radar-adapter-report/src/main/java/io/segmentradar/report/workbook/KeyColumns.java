package io.segmentradar.report.workbook;

import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One column for each part of the segment key, so that every sheet can be filtered by it. */
final class KeyColumns {
    private static final double WIDTH = 14;

    private final RunView view;
    private final Words words;

    KeyColumns(RunView view, Words words) {
        this.view = view;
        this.words = words;
    }

    <T> List<Column<T>> of(Function<T, SegmentKey> key) {
        List<Column<T>> columns = new ArrayList<>();
        List<SegmentDimension> dimensions = view.dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            int position = d;
            columns.add(new Column<>(
                    dimensions.get(d).label(),
                    "",
                    WIDTH,
                    row -> shown(key.apply(row).value(position))));
        }
        return columns;
    }

    private static String shown(String value) {
        return value.equals(SegmentKey.ANY) ? "" : value;
    }

    SegmentKey key(String level, SegmentId id) {
        return view.node(level, id)
                .orElseThrow(() -> new IllegalArgumentException("No '" + id + "' at level " + level));
    }

    /** Name of a level: the dimensions that stay when segments are added up. */
    String level(String id) {
        List<String> names = view.hierarchy().level(id).dimensions().stream()
                .map(d -> words.of(view.dimensions().get(d).label()))
                .toList();
        return names.isEmpty() ? words.segment(everything()) : String.join(" × ", names);
    }

    private SegmentKey everything() {
        return new SegmentKey(
                view.dimensions().stream().map(d -> SegmentKey.ANY).toList());
    }
}
