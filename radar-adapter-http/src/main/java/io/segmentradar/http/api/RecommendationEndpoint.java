package io.segmentradar.http.api;

import io.segmentradar.core.casework.ActionOutcome;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /api/recommendations/}: what to do, best first. */
final class RecommendationEndpoint {
    private static final int MAX = 200;

    /** All that is left of an action whose figures would reveal a segment of too few customers. */
    private static final Set<String> SAFE = Set.of(
            "action_id",
            "rank",
            "priority",
            "segment_id",
            "segment_info",
            "month",
            "action_type",
            "category",
            "target_kpi",
            "owner",
            "channel",
            "due",
            "planned",
            "masked",
            "outcome");

    private RecommendationEndpoint() {}

    static Answer answer(Query query) {
        Params params = query.params();
        int limit = params.integer("limit", 20, 1, MAX);
        Optional<String> segment = params.text("segment_id").or(() -> params.text("segment"));
        params.text("segment");
        var keys = query.keyFilter();
        Map<String, Optional<String>> wanted = new LinkedHashMap<>();
        for (String field : List.of("action_type", "category", "owner", "planned")) {
            wanted.put(field, params.text(field));
        }
        List<ActionRow> rows = query.view().actions().stream()
                .filter(row ->
                        segment.map(row.action().segment().value()::equals).orElse(true)
                                && query.view()
                                        .segment(row.action().segment())
                                        .filter(found -> keys.test(found.key()))
                                        .isPresent()
                                && matches(row, wanted))
                .toList();
        return Answer.limited("actions", limit, rows, row -> fields(query, row));
    }

    private static boolean matches(ActionRow row, Map<String, Optional<String>> wanted) {
        Map<String, Object> own = named(row);
        return wanted.entrySet().stream()
                .allMatch(entry -> entry.getValue()
                        .map(value -> value.equalsIgnoreCase(String.valueOf(own.get(entry.getKey()))))
                        .orElse(true));
    }

    /** The action's own fields under the names of the API. */
    private static Map<String, Object> named(ActionRow row) {
        Map<String, Object> own = Wire.fields(row.action());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action_id", own.remove("id"));
        json.put("segment_id", own.remove("segment"));
        json.put("action_type", own.remove("type"));
        json.put("target_kpi", own.remove("kpi"));
        json.put("description", own.get("reason"));
        json.putAll(own);
        return json;
    }

    static Map<String, Object> fields(Query query, ActionRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rank", row.rank());
        json.put("priority", row.priority());
        json.putAll(named(row));
        json.put("expected_impact", json.get("value"));
        query.view()
                .segment(row.action().segment())
                .ifPresent(segment -> json.put("segment_info", query.keyFields(segment.key())));
        json.put("masked", row.masked());
        json.put(
                "outcome",
                query.caseBook()
                        .flatMap(book -> book.outcome(row.action().id()))
                        .map(RecommendationEndpoint::outcome)
                        .orElse(null));
        if (row.masked()) {
            json.replaceAll((name, value) -> SAFE.contains(name) ? value : null);
        }
        return json;
    }

    static Map<String, Object> outcome(ActionOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action_id", outcome.actionId());
        json.put("result", outcome.result());
        json.put("amount", Wire.number(outcome.amount()));
        json.put("note", outcome.note().orElse(null));
        json.put("actor", outcome.actor());
        json.put("at", outcome.at());
        return json;
    }
}
