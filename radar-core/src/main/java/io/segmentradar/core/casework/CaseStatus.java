package io.segmentradar.core.casework;

import io.segmentradar.core.kpi.Label;
import java.util.EnumSet;
import java.util.Set;

/** Where the work on an alert stands. */
public enum CaseStatus {
    /** Nobody has looked yet. */
    NEW("신규", "New"),
    /** Somebody knows. */
    ACKNOWLEDGED("확인", "Acknowledged"),
    /** Somebody works on it. */
    IN_PROGRESS("처리 중", "In progress"),
    /** Done. */
    RESOLVED("해결", "Resolved"),
    /** Needs no work, for a stated cause. */
    DISMISSED("제외", "Dismissed");

    private final Label label;

    CaseStatus(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }

    /** True as long as it needs somebody. */
    public boolean isOpen() {
        return this != RESOLVED && this != DISMISSED;
    }

    /** States that may follow; a settled case can be taken up again, and none becomes new again. */
    public Set<CaseStatus> next() {
        return switch (this) {
            case NEW -> EnumSet.of(ACKNOWLEDGED, IN_PROGRESS, RESOLVED, DISMISSED);
            case ACKNOWLEDGED -> EnumSet.of(ACKNOWLEDGED, IN_PROGRESS, RESOLVED, DISMISSED);
            case IN_PROGRESS -> EnumSet.of(IN_PROGRESS, RESOLVED, DISMISSED);
            case RESOLVED, DISMISSED -> EnumSet.of(this, IN_PROGRESS);
        };
    }
}
