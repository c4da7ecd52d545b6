package io.segmentradar.http.api;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.driver.AlertStory;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.view.AlertRow;
import io.segmentradar.core.view.RelatedMoves;
import io.segmentradar.http.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** An alert on the wire. */
final class AlertFields {
    /** All that is left of an alert whose amounts would reveal a segment of too few customers. */
    private static final Set<String> SAFE = Set.of(
            "alert_id",
            "rank",
            "segment_id",
            "segment_info",
            "level",
            "alert_type",
            "alert_type_label",
            "severity",
            "severity_label",
            "kpi",
            "kpi_label",
            "month",
            "parent_id",
            "children",
            "first_seen",
            "age_months",
            "masked",
            "case",
            "guardrail",
            "guardrail_label",
            "closed_in");

    private AlertFields() {}

    static Map<String, Object> of(Query query, AlertRow row) {
        Alert alert = row.alert();
        RadarRun run = query.view().run();
        RadarSpec spec = run.spec();
        Map<String, Object> json = basics(query, alert);
        json.put("rank", row.rank());
        AlertStory story = new AlertStory(spec.kpis(), spec.hierarchy(), spec.unit());
        json.put("message", Wire.fields(story.of(alert, row.drivers())));
        json.putAll(Wire.fields(alert.standing()));
        json.put("age_months", alert.ageMonths());
        json.put("watchlist", watchlist(run, alert));
        json.put(
                "children",
                query.view().alerts().stream()
                        .filter(other -> other.alert().standing().parentId().equals(alert.id()))
                        .map(other -> other.alert().id())
                        .toList());
        json.put("related", related(query, alert));
        json.put("drivers", drivers(row));
        json.put("bridge", bridge(row));
        json.put("masked", row.masked());
        json.put("case", caseFields(query.caseOf(alert)));
        return row.masked() ? withoutAmounts(json) : json;
    }

    /** What an alert says by itself, raised or not. */
    static Map<String, Object> basics(Query query, Alert alert) {
        Map<String, Object> own = Wire.fields(alert);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alert_id", own.remove("id"));
        json.put("segment_id", own.remove("segment"));
        json.put(
                "segment_info",
                query.view()
                        .node(alert.level(), alert.segment())
                        .map(query::keyFields)
                        .orElse(Map.of()));
        json.put("alert_type", own.remove("type"));
        json.put("alert_type_label", Wire.fields(alert.type().label()));
        json.put("severity_label", Wire.fields(alert.severity().label()));
        query.view().kpi(alert.kpi()).ifPresent(kpi -> json.put("kpi_label", Wire.fields(kpi.label())));
        json.putAll(own);
        json.remove("standing");
        json.put("residual", alert.residual());
        json.put("residual_zscore", NormalScore.of(alert.surprise(), alert.residual()));
        return json;
    }

    static Map<String, Object> withoutAmounts(Map<String, Object> json) {
        json.replaceAll((name, value) -> SAFE.contains(name) ? value : null);
        return json;
    }

    /** The alert's place on the watch-list and why it has it; null if it has none. */
    private static Map<String, Object> watchlist(RadarRun run, Alert alert) {
        return run.alertReport().watchlist().entries().stream()
                .filter(entry -> entry.alert().id().equals(alert.id()))
                .findFirst()
                .map(entry -> {
                    Map<String, Object> place = new LinkedHashMap<>();
                    place.put("rank", entry.rank());
                    place.put("expected_loss", entry.expectedLoss());
                    place.put("reason", Wire.fields(entry.reason()));
                    place.put("displaced", entry.displaced());
                    return place;
                })
                .orElse(null);
    }

    /** Similar segments that the reader may see, and whether they moved too. */
    private static List<Map<String, Object>> related(Query query, Alert alert) {
        return RelatedMoves.of(query.view().run(), alert).stream()
                .filter(move -> query.view()
                        .segment(move.segment())
                        .filter(row -> !row.masked())
                        .isPresent())
                .map(move -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("segment_id", move.segment());
                    fields.put("distance", move.distance());
                    fields.put("actual", Wire.number(move.actual()));
                    fields.put("expected", Wire.number(move.expected()));
                    fields.put("course", move.course());
                    return fields;
                })
                .toList();
    }

    private static List<Map<String, Object>> drivers(AlertRow row) {
        List<Map<String, Object>> drivers = new ArrayList<>();
        int rank = 0;
        for (Driver driver : row.drivers().drivers()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("rank", ++rank);
            Map<String, Object> own = Wire.fields(driver);
            own.put("driver", own.remove("id"));
            fields.putAll(own);
            drivers.add(fields);
        }
        return drivers;
    }

    /** Each view of the cause with its sum: views are alternatives and are never added to one another. */
    private static Map<String, Object> bridge(AlertRow row) {
        Map<String, Object> sums = new LinkedHashMap<>();
        sums.put("start", row.alert().expected());
        sums.put("end", row.alert().actual());
        for (Driver driver : row.drivers().drivers()) {
            sums.merge(
                    driver.kind().name().toLowerCase(Locale.ROOT),
                    driver.contribution(),
                    (a, b) -> (double) a + (double) b);
        }
        return sums;
    }

    static Map<String, Object> caseFields(AlertCase alertCase) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alert_id", alertCase.alertId());
        json.put("status", alertCase.status());
        json.put("cause", alertCase.cause().orElse(null));
        json.put("assignee", alertCase.assignee().orElse(null));
        json.put("due_date", alertCase.dueDate().orElse(null));
        json.put("version", alertCase.version());
        json.put("changed_at", alertCase.changedAt().orElse(null));
        json.put("changed_by", alertCase.changedBy().orElse(null));
        return json;
    }
}
