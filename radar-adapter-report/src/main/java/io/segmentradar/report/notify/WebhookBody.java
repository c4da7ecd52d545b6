package io.segmentradar.report.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import java.util.List;

/**
 * What a webhook receives. {@code text} is what chat systems show; the rest is for programs.
 *
 * @param month YYYY-MM
 */
record WebhookBody(
        @JsonProperty("run_id") String runId,
        String month,
        String subscription,
        String title,
        String text,
        List<AlertItem> alerts,
        List<ActionItem> actions) {
    /** An alert, amounts in the run's money unit. */
    record AlertItem(
            @JsonProperty("alert_id") String alertId,
            @JsonProperty("segment_id") String segmentId,
            String level,
            String kpi,
            String type,
            String severity,
            double actual,
            double expected,
            double impact,
            @JsonProperty("is_new") boolean isNew) {}

    /** A planned action; {@code due} is an ISO date. */
    record ActionItem(
            @JsonProperty("action_id") String actionId,
            @JsonProperty("segment_id") String segmentId,
            String type,
            String title,
            String owner,
            String due) {}

    static WebhookBody of(Digest digest, Subscription reader, DigestText text) {
        var manifest = digest.view().run().manifest();
        return new WebhookBody(
                manifest.runId(),
                manifest.asOf().toString(),
                reader.name(),
                text.subject(),
                text.plain(),
                digest.alerts().stream().map(WebhookBody::alert).toList(),
                digest.actions().stream().map(action -> action(action, reader)).toList());
    }

    private static AlertItem alert(Digest.AlertChange change) {
        Alert alert = change.row().alert();
        return new AlertItem(
                alert.id(),
                alert.segment().value(),
                alert.level(),
                alert.kpi(),
                alert.type().name(),
                alert.severity().name(),
                alert.actual(),
                alert.expected(),
                alert.impact(),
                change.isNew());
    }

    private static ActionItem action(RecommendedAction action, Subscription reader) {
        return new ActionItem(
                action.id(),
                action.segment().value(),
                action.type(),
                action.title().in(reader.language()),
                action.delivery().owner(),
                action.delivery().due().toString());
    }
}
