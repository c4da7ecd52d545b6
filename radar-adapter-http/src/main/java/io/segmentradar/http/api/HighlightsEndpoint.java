package io.segmentradar.http.api;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.view.Highlights;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/highlights/}: the issues and chances of the month, the same as in the monthly report. */
final class HighlightsEndpoint {
    private static final int DEFAULT = 5;
    private static final int MAX = 50;

    private HighlightsEndpoint() {}

    static Answer answer(Query query) {
        Highlights highlights = Highlights.of(query.view(), query.params().integer("limit", DEFAULT, 1, MAX));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(
                "issues",
                highlights.issues().stream()
                        .map(issue -> entry("alert", AlertFields.of(query, issue.alert()), issue.action(), query))
                        .toList());
        json.put(
                "chances",
                highlights.chances().stream()
                        .map(chance ->
                                entry("forecast", ForecastEndpoint.fields(chance.forecast()), chance.action(), query))
                        .toList());
        return new Answer.Document(json);
    }

    private static Map<String, Object> entry(
            String name, Map<String, Object> subject, Optional<RecommendedAction> action, Query query) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(name, subject);
        json.put(
                "action",
                action.flatMap(wanted -> query.view().actions().stream()
                                .filter(row -> row.action().id().equals(wanted.id()))
                                .findFirst())
                        .map(row -> RecommendationEndpoint.fields(query, row))
                        .orElse(null));
        return json;
    }
}
