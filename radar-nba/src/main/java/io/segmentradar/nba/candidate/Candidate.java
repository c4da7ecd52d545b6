package io.segmentradar.nba.candidate;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionDelivery;
import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.util.List;
import java.util.Optional;

/**
 * A triggered rule on a segment, weighed, before planning.
 *
 * @param row of the segment
 * @param type position of the rule in the catalogue
 * @param dropped why it does not even enter the plan
 */
public record Candidate(
        String id,
        int row,
        SegmentId segment,
        int type,
        ActionRule rule,
        ActionDelivery delivery,
        ActionWorth worth,
        Urgency urgency,
        double relationshipWeight,
        double urgencyWeight,
        double lever,
        Optional<String> alertId,
        Label reason,
        List<Label> talkingPoints,
        Optional<ActionDecision.Dropped> dropped) {
    /** value × urgency × relationship × lever. */
    public double score() {
        return worth.value() * urgencyWeight * relationshipWeight * lever;
    }
}
