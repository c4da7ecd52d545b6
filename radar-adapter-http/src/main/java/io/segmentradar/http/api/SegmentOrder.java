package io.segmentradar.http.api;

import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.SegmentRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Order of the segment list: by any figure or its change, missing values last whichever way, ties by id. */
final class SegmentOrder {
    private static final Map<String, Function<Figure, OptionalDouble>> CHANGES = changes();

    private SegmentOrder() {}

    private static Map<String, Function<Figure, OptionalDouble>> changes() {
        Map<String, Function<Figure, OptionalDouble>> changes = new LinkedHashMap<>();
        changes.put("", Figure::value);
        changes.put("_mom", Figure::monthOnMonth);
        changes.put("_mom_rate", Figure::monthOnMonthRate);
        changes.put("_yoy", Figure::yearOnYear);
        changes.put("_yoy_rate", Figure::yearOnYearRate);
        return changes;
    }

    static Comparator<SegmentRow> of(Query query) {
        boolean descending = query.params()
                .oneOf("sort_order", List.of("asc", "desc"))
                .orElse("desc")
                .equals("desc");
        String first = query.view().run().spec().kpis().ids().get(0);
        String by = query.params().text("sort_by").orElse(first);
        Comparator<SegmentRow> byId = Comparator.comparing(SegmentRow::id);
        if (by.equals("segment_id") || by.equals("id")) {
            return descending ? byId.reversed() : byId;
        }
        Function<SegmentRow, OptionalDouble> value = value(query, by);
        Comparator<Double> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(
                        (SegmentRow row) -> {
                            OptionalDouble number = value.apply(row);
                            return number.isPresent() ? number.getAsDouble() : null;
                        },
                        Comparator.nullsLast(direction))
                .thenComparing(byId);
    }

    private static Function<SegmentRow, OptionalDouble> value(Query query, String by) {
        String name = query.view().kpi(by).map(kpi -> kpi.id()).orElse(by);
        for (String figure : query.view().figures()) {
            for (var change : CHANGES.entrySet()) {
                if (name.equals(figure + change.getKey())) {
                    return row -> change.getValue().apply(row.figures().get(figure));
                }
            }
        }
        List<String> allowed = new ArrayList<>(List.of("segment_id"));
        query.view().figures().forEach(figure -> CHANGES.keySet().forEach(change -> allowed.add(figure + change)));
        throw Params.unknown("sort_by", by, allowed);
    }
}
