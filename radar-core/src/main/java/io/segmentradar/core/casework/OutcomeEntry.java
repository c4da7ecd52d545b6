package io.segmentradar.core.casework;

import io.segmentradar.core.action.outcome.ActionOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What somebody reported about an action, and when.
 *
 * @param segmentId segment of the action
 * @param month month of the run that recommended it
 */
public record OutcomeEntry(
        ActionOutcome outcome,
        String segmentId,
        String actionType,
        YearMonth month,
        Optional<String> note,
        String actor,
        Instant at) {
    public String actionId() {
        return outcome.actionId();
    }
}
