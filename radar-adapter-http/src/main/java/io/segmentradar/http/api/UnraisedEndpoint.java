package io.segmentradar.http.api;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.ClosedAlert;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.http.wire.Wire;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code GET /api/suppressed/} and {@code GET /api/closed/}: unusual figures that a guardrail held back, and alerts of
 * earlier months that are over.
 */
final class UnraisedEndpoint {
    private static final int MAX = 1000;

    private UnraisedEndpoint() {}

    static Answer suppressed(Query query) {
        int limit = query.params().integer("limit", 50, 1, MAX);
        Optional<Guardrail> guardrail = query.params().constant("guardrail", Guardrail.class);
        Predicate<Alert> shown = filter(query);
        var rows = query.view().run().alertReport().suppressed().stream()
                .filter(held -> guardrail.map(held.guardrail()::equals).orElse(true) && shown.test(held.alert()))
                .toList();
        return Answer.limited("suppressed", 0, limit, rows, held -> fields(query, held));
    }

    static Answer closed(Query query) {
        int limit = query.params().integer("limit", 50, 1, MAX);
        Predicate<Alert> shown = filter(query);
        var rows = query.view().run().alertReport().closed().stream()
                .filter(over -> shown.test(over.alert()))
                .toList();
        return Answer.limited("closed", 0, limit, rows, over -> fields(query, over));
    }

    private static Predicate<Alert> filter(Query query) {
        var kpi = query.kpi("kpi");
        var keys = query.keyFilter();
        return alert -> kpi.map(k -> k.id().equals(alert.kpi())).orElse(true)
                && query.view()
                        .node(alert.level(), alert.segment())
                        .filter(keys)
                        .isPresent();
    }

    private static Map<String, Object> fields(Query query, Suppression held) {
        Map<String, Object> json = AlertFields.basics(query, held.alert());
        json.put("guardrail", held.guardrail());
        json.put("guardrail_label", Wire.fields(held.guardrail().label()));
        return masked(query, held.alert(), json);
    }

    private static Map<String, Object> fields(Query query, ClosedAlert over) {
        Map<String, Object> json = AlertFields.basics(query, over.alert());
        json.put("closed_in", over.closedIn());
        return masked(query, over.alert(), json);
    }

    private static Map<String, Object> masked(Query query, Alert alert, Map<String, Object> json) {
        boolean masked = query.view().isMasked(alert.level(), alert.segment());
        json.put("masked", masked);
        return masked ? AlertFields.withoutAmounts(json) : json;
    }
}
