package io.segmentradar.http.api;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.casework.CaseEvent;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.AlertRow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/watchlist/} and {@code GET /api/alerts/{id}/}: alerts, worst first, with cause and case. */
final class WatchlistEndpoint {
    private static final int MAX = 200;

    private WatchlistEndpoint() {}

    static Answer list(Query query) {
        Params params = query.params();
        int limit = params.integer("limit", 50, 1, MAX);
        int offset = params.integer("offset", 0, 0, Integer.MAX_VALUE);
        Optional<AlertType> type = type(params);
        Optional<Severity> severity = params.constant("severity", Severity.class);
        Optional<CaseStatus> status = params.constant("status", CaseStatus.class);
        Optional<Boolean> open = params.bool("open");
        var kpi = query.kpi("kpi");
        Optional<String> level = params.oneOf(
                "level",
                query.view().hierarchy().levels().stream().map(SegmentLevel::id).toList());
        Optional<String> segment = params.text("segment_id").or(() -> params.text("segment"));
        params.text("segment");
        Optional<String> assignee = params.text("assignee");
        var keys = query.keyFilter();
        List<AlertRow> rows = query.view().alerts().stream()
                .filter(row -> {
                    Alert alert = row.alert();
                    var found = query.caseOf(alert);
                    return type.map(alert.type()::equals).orElse(true)
                            && severity.map(alert.severity()::equals).orElse(true)
                            && status.map(found.status()::equals).orElse(true)
                            && open.map(wanted -> wanted == found.status().isOpen())
                                    .orElse(true)
                            && kpi.map(k -> k.id().equals(alert.kpi())).orElse(true)
                            && level.map(alert.level()::equals).orElse(true)
                            && segment.map(alert.segment().value()::equals).orElse(true)
                            && assignee.map(name -> found.assignee()
                                            .filter(name::equals)
                                            .isPresent())
                                    .orElse(true)
                            && query.view()
                                    .node(alert.level(), alert.segment())
                                    .filter(keys)
                                    .isPresent();
                })
                .toList();
        return Answer.limited("alerts", offset, limit, rows, row -> AlertFields.of(query, row));
    }

    /** {@code type}, or {@code alert_type} as it was called before; the constant or its Korean label. */
    private static Optional<AlertType> type(Params params) {
        Optional<String> before = params.text("alert_type");
        return params.text("type")
                .or(() -> before)
                .map(value -> Arrays.stream(AlertType.values())
                        .filter(type -> type.label().ko().equals(value))
                        .findFirst()
                        .orElseGet(() -> Params.constant("type", value, AlertType.class)));
    }

    static Answer detail(Query query) {
        AlertRow row = find(query);
        Map<String, Object> json = AlertFields.of(query, row);
        List<CaseEvent> history = query.caseBook()
                .map(book -> book.history(CaseSubject.of(row.alert())))
                .orElse(List.of());
        json.put("case_history", history.stream().map(WatchlistEndpoint::event).toList());
        return new Answer.Document(json);
    }

    private static Map<String, Object> event(CaseEvent event) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", event.after().month());
        json.putAll(AlertFields.caseFields(event.after()));
        json.put("note", event.note().orElse(null));
        return json;
    }

    static AlertRow find(Query query) {
        return query.view().alerts().stream()
                .filter(row -> row.alert().id().equals(query.id()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("alert", query.id()));
    }
}
