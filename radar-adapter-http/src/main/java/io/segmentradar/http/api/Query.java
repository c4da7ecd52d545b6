package io.segmentradar.http.api;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.RunView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A question about one run as one reader may see it.
 *
 * @param id the id in the path; empty where the path has none
 */
record Query(RunView view, Optional<CaseBook> caseBook, Params params, String id) {
    AlertCase caseOf(Alert alert) {
        return caseBook.map(book -> book.of(alert)).orElseGet(() -> AlertCase.untouched(alert));
    }

    boolean isOpen(Alert alert) {
        return caseOf(alert).status().isOpen();
    }

    /** The KPI named by id or label, if the parameter is given. */
    Optional<Kpi> kpi(String parameter) {
        return params.text(parameter)
                .map(name -> view.kpi(name)
                        .orElseThrow(() -> Params.unknown(
                                parameter, name, view.run().spec().kpis().ids())));
    }

    SegmentLevel level(String otherwise) {
        List<String> ids =
                view.hierarchy().levels().stream().map(SegmentLevel::id).toList();
        return view.hierarchy().level(params.oneOf("level", ids).orElse(otherwise));
    }

    SegmentLevel level() {
        return level(SegmentHierarchy.SEGMENT);
    }

    /** A filter by each segment key parameter given; a repeated parameter lets any of its values pass. */
    Predicate<SegmentKey> keyFilter() {
        Predicate<SegmentKey> filter = key -> true;
        List<SegmentDimension> dimensions = view.dimensions();
        for (int d = 0; d < dimensions.size(); d++) {
            List<String> wanted = params.texts(dimensions.get(d).id());
            int position = d;
            if (!wanted.isEmpty()) {
                filter = filter.and(key -> wanted.contains(key.value(position)));
            }
        }
        return filter;
    }

    /** The values of a key by dimension id. */
    Map<String, Object> keyFields(SegmentKey key) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int d = 0; d < view.dimensions().size(); d++) {
            fields.put(view.dimensions().get(d).id(), key.value(d));
        }
        return fields;
    }
}
