package io.segmentradar.core.casework;

import io.segmentradar.core.kpi.Label;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What came of an action.
 *
 * @param segmentId segment of the action
 * @param month month of the run that recommended it
 * @param amount money won or kept, in the spec's unit
 */
public record ActionOutcome(
        String actionId,
        String segmentId,
        String actionType,
        YearMonth month,
        Result result,
        OptionalDouble amount,
        Optional<String> note,
        String actor,
        Instant at) {
    public enum Result {
        DONE("완료", "Done"),
        ACCEPTED("수락", "Accepted"),
        DECLINED("거절", "Declined"),
        NO_ANSWER("무응답", "No answer");

        private final Label label;

        Result(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }
}
