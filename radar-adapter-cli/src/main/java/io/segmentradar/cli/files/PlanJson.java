package io.segmentradar.cli.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.UnansweredAlert;
import io.segmentradar.core.action.catalog.Assumption;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.plan.PlanLimit;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.run.RadarRun;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code plan.json}: objective, bound, limits with shadow prices, what each stage removed, assumptions. */
final class PlanJson {
    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    void write(RadarRun run, OutputStream out) throws IOException {
        json.writeValue(out, fields(run));
    }

    private static Map<String, Object> fields(RadarRun run) {
        ActionReport report = run.actionReport();
        ActionPlan plan = report.plan();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("month", run.panel().months().last().toString());
        fields.put("planned", plan.planned() - plan.control());
        fields.put("control_group", plan.control());
        fields.put("expected_value", plan.expectedValue());
        fields.put("expected_value_note", "estimate on the assumptions below, not a result");
        fields.put("objective", plan.objective());
        fields.put("greedy_objective", plan.greedyObjective());
        fields.put("bound", plan.bound());
        fields.put("gap", plan.gap());
        fields.put("limits", plan.limits().stream().map(PlanJson::limit).toList());
        fields.put("relaxed", plan.relaxed().stream().map(Label::en).toList());
        fields.put("relaxed_ko", plan.relaxed().stream().map(Label::ko).toList());
        fields.put("funnel", funnel(report.funnel()));
        fields.put("silent_types", report.silentRules());
        fields.put(
                "unanswered_alerts",
                report.unanswered().stream().map(PlanJson::unanswered).toList());
        fields.put(
                "assumptions",
                run.spec().actions().catalog().assumptions().stream()
                        .map(PlanJson::assumption)
                        .toList());
        return fields;
    }

    private static Map<String, Object> limit(PlanLimit limit) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", limit.kind().name().toLowerCase(Locale.ROOT));
        fields.put("of", limit.of());
        fields.put("limit", limit.limit());
        fields.put("used", limit.used());
        fields.put("shadow_price", limit.shadowPrice());
        return fields;
    }

    private static Map<String, Object> funnel(PolicyFunnel funnel) {
        Map<String, Object> removed = new LinkedHashMap<>();
        for (PolicyStage stage : PolicyStage.values()) {
            removed.put(stage.name().toLowerCase(Locale.ROOT), funnel.removed(stage));
        }
        Map<String, Object> byType = new LinkedHashMap<>();
        for (String type : funnel.types()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (PolicyStage stage : PolicyStage.values()) {
                counts.put(stage.name().toLowerCase(Locale.ROOT), funnel.removed(stage, type));
            }
            byType.put(type, counts);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("entered", funnel.entered());
        fields.put("removed", removed);
        fields.put("removed_by_type", byType);
        return fields;
    }

    private static Map<String, Object> unanswered(UnansweredAlert alert) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alert_id", alert.alertId());
        fields.put("segment_id", alert.segment().value());
        fields.put("reason_ko", alert.reason().ko());
        fields.put("reason_en", alert.reason().en());
        return fields;
    }

    private static Map<String, Object> assumption(Assumption assumption) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", assumption.id());
        fields.put("value", assumption.value());
        fields.put("unit", assumption.unit().name().toLowerCase(Locale.ROOT));
        fields.put("label_ko", assumption.label().ko());
        fields.put("label_en", assumption.label().en());
        return fields;
    }
}
