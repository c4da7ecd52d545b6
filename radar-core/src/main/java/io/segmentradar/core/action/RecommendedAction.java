package io.segmentradar.core.action;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Something a person at the bank should do about a segment: a candidate that its rule triggered and that is worth its
 * cost, planned or not.
 *
 * @param id stable over runs of the same data: month, segment, type
 * @param type such as {@code DEPOSIT_DEFENSE}
 * @param category such as {@code RETENTION}
 * @param kpi id of the KPI or ratio the action is about
 * @param alertId the alert of the segment that the action answers
 * @param reason a sentence with the figures behind it
 * @param talkingPoints what to raise with the customer
 */
public record RecommendedAction(
        String id,
        SegmentId segment,
        YearMonth month,
        String type,
        Label title,
        String category,
        String kpi,
        ActionDelivery delivery,
        ActionWorth worth,
        ActionPriority priority,
        Optional<String> alertId,
        Label reason,
        List<Label> talkingPoints,
        ActionDecision decision) {
    public RecommendedAction {
        talkingPoints = List.copyOf(talkingPoints);
    }

    /** Priority over the whole run, larger first. */
    public double score() {
        return priority.score();
    }

    public boolean isPlanned() {
        return decision instanceof ActionDecision.Planned;
    }
}
