package io.segmentradar.http.api;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.scenario.ScenarioDifference;
import io.segmentradar.core.scenario.ScenarioOutcome;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.http.wire.Wire;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario beside its base as fields: the bank's totals, the nodes that change most, alerts and actions. */
final class ScenarioFields {
    private static final int SHOWN = 50;

    private ScenarioFields() {}

    static Map<String, Object> of(ScenarioOutcome outcome, String level) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", outcome.scenario().name());
        json.put("probability", Wire.number(outcome.scenario().probability()));
        json.put("notes", outcome.notes().stream().map(Wire::fields).toList());
        json.put(
                "totals",
                outcome.differences().stream()
                        .filter(row -> row.base().level().equals(SegmentHierarchy.BANK))
                        .map(ScenarioFields::difference)
                        .toList());
        json.put("level", level);
        json.put(
                "changes",
                outcome.differences().stream()
                        .filter(row -> row.base().level().equals(level) && row.change() != 0)
                        .sorted(Comparator.comparingDouble((ScenarioDifference row) -> -Math.abs(row.change())))
                        .limit(SHOWN)
                        .map(ScenarioFields::difference)
                        .toList());
        json.put("new_alerts", alerts(outcome.newAlerts()));
        json.put("gone_alerts", alerts(outcome.goneAlerts()));
        json.put("new_actions", actions(outcome.newActions()));
        json.put("dropped_actions", actions(outcome.droppedActions()));
        json.put("base_value", outcome.baseValue());
        json.put("value", outcome.value());
        return json;
    }

    private static Map<String, Object> difference(ScenarioDifference row) {
        Forecast then = row.scenario();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("level", then.level());
        json.put("segment_id", then.segment());
        json.put("kpi", then.kpi());
        json.put("horizon", then.horizon().months());
        json.put("forecast_month", then.targetMonth());
        json.put("base", row.base().point());
        json.put("scenario", then.point());
        json.put("change", row.change());
        json.put("lower_bound", then.interval90().lower());
        json.put("upper_bound", then.interval90().upper());
        return json;
    }

    private static Map<String, Object> alerts(List<Alert> alerts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", alerts.size());
        json.put(
                "alerts",
                alerts.stream()
                        .limit(SHOWN)
                        .map(alert -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("segment_id", alert.segment());
                            fields.put("level", alert.level());
                            fields.put("kpi", alert.kpi());
                            fields.put("alert_type", alert.type());
                            fields.put("severity", alert.severity());
                            fields.put("impact", alert.impact());
                            return fields;
                        })
                        .toList());
        return json;
    }

    private static Map<String, Object> actions(List<RecommendedAction> actions) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", actions.size());
        json.put(
                "actions",
                actions.stream()
                        .limit(SHOWN)
                        .map(action -> {
                            Map<String, Object> fields = new LinkedHashMap<>();
                            fields.put("segment_id", action.segment());
                            fields.put("title", Wire.fields(action.title()));
                            fields.put("value", action.worth().value());
                            return fields;
                        })
                        .toList());
        return json;
    }
}
