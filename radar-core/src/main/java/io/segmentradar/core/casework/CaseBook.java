package io.segmentradar.core.casework;

import io.segmentradar.core.alert.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps the work on alerts and what came of actions, across runs. */
public interface CaseBook {
    /** Every touched case. */
    List<AlertCase> cases();

    /**
     * The case of an alert: its own, else the still open one of an earlier month on the same subject, else an untouched
     * one.
     */
    AlertCase of(Alert alert);

    /** All changes of all cases on a subject, oldest first. */
    List<CaseEvent> history(CaseSubject subject);

    /** Changes the case of an alert unless somebody was faster or the rules forbid it. */
    CaseOutcome change(Alert alert, CaseChange change, String actor, Instant at);

    /** Adds outcomes, all of them or none; an action may have several over time, the last counts. */
    void record(List<OutcomeEntry> outcomes);

    /** Adds one outcome. */
    default void record(OutcomeEntry outcome) {
        record(List.of(outcome));
    }

    /** The last outcome of each action. */
    List<OutcomeEntry> outcomes();

    /** The last outcome of an action. */
    default Optional<OutcomeEntry> outcome(String actionId) {
        return outcomes().stream()
                .filter(outcome -> outcome.actionId().equals(actionId))
                .findFirst();
    }
}
