package io.segmentradar.core.casework;

import io.segmentradar.core.alert.Alert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * The work on an alert. It outlives the run: the same alert in a later run of the month has the same case, and an open
 * case is carried to the alert of the following month on the same subject.
 *
 * @param alertId alert that opened it
 * @param month month of that alert
 * @param cause required once dismissed
 * @param version grows by one with every change; a change must name the version it saw
 */
public record AlertCase(
        String alertId,
        CaseSubject subject,
        YearMonth month,
        CaseStatus status,
        Optional<CaseCause> cause,
        Optional<String> assignee,
        Optional<LocalDate> dueDate,
        int version,
        Optional<Instant> changedAt,
        Optional<String> changedBy) {

    /** The case of an alert that nobody has touched: version 0, never stored. */
    public static AlertCase untouched(Alert alert) {
        return new AlertCase(
                alert.id(),
                CaseSubject.of(alert),
                alert.month(),
                CaseStatus.NEW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty());
    }

    /** This case after a change, or why the change cannot be. */
    public CaseOutcome apply(CaseChange change, String actor, Instant at) {
        if (change.version() != version) {
            return new CaseOutcome.Conflict(this);
        }
        CaseStatus target = change.status().orElse(status);
        boolean onlyNote = change.status().isEmpty();
        if (!onlyNote && !status.next().contains(target)) {
            return new CaseOutcome.Refused(
                    "A case that is " + status + " cannot become " + target + "; it can become " + status.next(), this);
        }
        Optional<CaseCause> because = change.cause().or(() -> target.isOpen() ? Optional.empty() : cause);
        if (target == CaseStatus.DISMISSED && because.isEmpty()) {
            return new CaseOutcome.Refused("A dismissed case needs a cause", this);
        }
        return new CaseOutcome.Changed(new AlertCase(
                alertId,
                subject,
                month,
                target,
                because,
                change.assignee().or(() -> assignee).filter(name -> !name.isBlank()),
                change.dueDate().or(() -> dueDate),
                version + 1,
                Optional.of(at),
                Optional.of(actor)));
    }
}
