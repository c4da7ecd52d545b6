package io.segmentradar.core.action.outcome;

import io.segmentradar.core.kpi.Label;
import java.util.OptionalDouble;

/**
 * What the owner of an action reported.
 *
 * @param amount money that the customer agreed to, money unit
 */
public record ActionOutcome(String actionId, Status status, OptionalDouble amount) {
    /** How the contact ended. */
    public enum Status {
        DONE("완료", "Done"),
        ACCEPTED("수락", "Accepted"),
        DECLINED("거절", "Declined"),
        NO_ANSWER("무응답", "No answer");

        private final Label label;

        Status(String ko, String en) {
            this.label = new Label(ko, en);
        }

        public Label label() {
            return label;
        }
    }
}
