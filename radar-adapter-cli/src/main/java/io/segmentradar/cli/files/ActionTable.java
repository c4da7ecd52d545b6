package io.segmentradar.cli.files;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.features.csv.CsvTable;

/** {@code actions.csv}: every candidate, the planned ones first by rank; a candidate left out says why. */
final class ActionTable {
    static final String[] HEADER = {
        "action_id",
        "segment_id",
        "month",
        "action_type",
        "category",
        "owner",
        "channel",
        "due",
        "value",
        "probability",
        "amount_at_stake",
        "urgency",
        "score",
        "rank",
        "planned",
        "alert_id",
        "reason_ko",
        "reason_en",
        "why_not",
        "kpi",
        "margin",
        "effectiveness",
        "effectiveness_basis",
        "cost",
        "hours",
        "urgency_weight",
        "relationship_weight",
        "lever"
    };

    private final RadarRun run;

    ActionTable(RadarRun run) {
        this.run = run;
    }

    void write(CsvTable out) {
        for (RecommendedAction action : run.actions()) {
            out.text(action.id())
                    .text(action.segment())
                    .text(action.month())
                    .text(action.type())
                    .text(action.category())
                    .text(action.delivery().owner())
                    .text(action.delivery().channel())
                    .text(action.delivery().due())
                    .number(action.worth().value())
                    .number(action.worth().probability())
                    .number(action.worth().amountAtStake())
                    .text(action.priority().urgency())
                    .number(action.score())
                    .number(action.priority().rank())
                    .text(action.isPlanned() ? "yes" : "no")
                    .text(action.alertId().orElse(""))
                    .text(action.reason().ko())
                    .text(action.reason().en())
                    .text(whyNot(action.decision()))
                    .text(action.kpi())
                    .number(action.worth().margin())
                    .number(action.worth().effectiveness())
                    .text(action.worth().measured() ? "measured" : "assumed")
                    .number(action.worth().cost())
                    .number(action.delivery().hours())
                    .number(action.priority().urgencyWeight())
                    .number(action.priority().relationshipWeight())
                    .number(action.priority().lever())
                    .end();
        }
    }

    private static String whyNot(ActionDecision decision) {
        if (decision instanceof ActionDecision.Dropped dropped) {
            return dropped.whyNot().ko() + " / " + dropped.whyNot().en();
        }
        return decision instanceof ActionDecision.Control ? "대조군 / control group" : "";
    }
}
