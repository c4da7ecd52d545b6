package io.segmentradar.http.api;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.http.wire.Wire;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        int offset = params.integer("offset", 0, 0, Integer.MAX_VALUE);
        Optional<String> segment = params.text("segment_id").or(() -> params.text("segment"));
        params.text("segment");
        var keys = query.keyFilter();
        Optional<String> type = params.text("action_type");
        Optional<String> category = params.text("category");
        Optional<String> owner = params.text("owner");
        Optional<Boolean> planned = params.bool("planned");
        List<ActionRow> rows = query.view().actions().stream()
                .filter(row -> segment.map(row.action().segment().value()::equals)
                                .orElse(true)
                        && query.view()
                                .segment(row.action().segment())
                                .filter(found -> keys.test(found.key()))
                                .isPresent()
                        && type.map(row.action().type()::equalsIgnoreCase).orElse(true)
                        && category.map(row.action().category()::equalsIgnoreCase)
                                .orElse(true)
                        && owner.map(row.action().delivery().owner()::equalsIgnoreCase)
                                .orElse(true)
                        && planned.map(wanted -> wanted == row.action().isPlanned())
                                .orElse(true))
                .toList();
        return new Answer.Listing<>(
                "actions", Map.of("by_owner", byOwner(rows)), rows, offset, limit, row -> fields(query, row));
    }

    /** Sums over the whole list, the largest value first; what is withheld from the reader does not count. */
    private static List<Map<String, Object>> byOwner(List<ActionRow> rows) {
        return rows.stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .collect(Collectors.groupingBy(action -> action.delivery().owner()))
                .entrySet()
                .stream()
                .map(entry -> sums(entry.getKey(), entry.getValue()))
                .sorted(Comparator.<Map<String, Object>>comparingDouble(sum -> -(double) sum.get("value"))
                        .thenComparing(sum -> (String) sum.get("owner")))
                .toList();
    }

    private static Map<String, Object> sums(String owner, List<RecommendedAction> actions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("owner", owner);
        json.put("count", actions.size());
        json.put(
                "hours",
                actions.stream()
                        .mapToDouble(action -> action.delivery().hours())
                        .sum());
        json.put(
                "value",
                actions.stream().mapToDouble(action -> action.worth().value()).sum());
        return json;
    }

    /** The action's own fields under the names of the API, its parts spread out. */
    private static Map<String, Object> named(RecommendedAction action) {
        Map<String, Object> own = Wire.fields(action);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action_id", own.remove("id"));
        json.put("segment_id", own.remove("segment"));
        json.put("action_type", own.remove("type"));
        json.put("target_kpi", own.remove("kpi"));
        json.put("description", own.get("reason"));
        json.putAll(Wire.fields(action.delivery()));
        json.put("value", action.worth().value());
        json.putAll(Wire.fields(action.worth()));
        json.putAll(Wire.fields(action.priority()));
        json.putAll(own);
        List.of("delivery", "worth", "priority", "rank").forEach(json::remove);
        json.put("planned", action.isPlanned());
        json.put("decision", action.decision().getClass().getSimpleName().toUpperCase(Locale.ROOT));
        ActionDecision.Dropped dropped = action.decision() instanceof ActionDecision.Dropped d ? d : null;
        json.put("dropped_by", dropped == null ? null : dropped.stage());
        json.put("why_not", dropped == null ? null : Wire.fields(dropped.whyNot()));
        return json;
    }

    static Map<String, Object> fields(Query query, ActionRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rank", row.rank());
        json.put("priority", row.priority());
        json.putAll(named(row.action()));
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

    static Map<String, Object> outcome(OutcomeEntry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("action_id", entry.actionId());
        json.put("status", entry.outcome().status());
        json.put("amount", Wire.number(entry.outcome().amount()));
        json.put("note", entry.note().orElse(null));
        json.put("actor", entry.actor());
        json.put("at", entry.at());
        return json;
    }
}
