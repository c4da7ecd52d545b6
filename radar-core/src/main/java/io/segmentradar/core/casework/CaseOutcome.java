package io.segmentradar.core.casework;

/** What came of a wish to change a case. */
public sealed interface CaseOutcome {
    record Changed(AlertCase now) implements CaseOutcome {}

    /** Somebody else was faster. */
    record Conflict(AlertCase current) implements CaseOutcome {}

    /** The rules do not allow it. */
    record Refused(String reason, AlertCase current) implements CaseOutcome {}
}
