package io.segmentradar.core.view;

import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A segment in the month of a run.
 *
 * @param row its number in the run's panel
 * @param masked true if its figures are withheld because it has too few customers
 * @param figures customer count, KPIs and ratios by id, in order of presentation
 */
public record SegmentRow(
        int row,
        SegmentId id,
        SegmentKey key,
        Lifecycle lifecycle,
        YearMonth firstMonth,
        YearMonth lastMonth,
        boolean masked,
        Map<String, Figure> figures) {
    public SegmentRow {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    public OptionalDouble value(String figure) {
        return figures.get(figure).value();
    }
}
