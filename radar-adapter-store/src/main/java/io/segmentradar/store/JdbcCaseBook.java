package io.segmentradar.store;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.casework.CaseCause;
import io.segmentradar.core.casework.CaseChange;
import io.segmentradar.core.casework.CaseEvent;
import io.segmentradar.core.casework.CaseOutcome;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.casework.OutcomeEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Cases and outcomes in the database. */
final class JdbcCaseBook implements CaseBook {
    private static final String COLUMNS = "alert_id, level, segment_id, kpi, alert_type, ym, status, cause, assignee,"
            + " due_date, version, changed_at, changed_by";
    private static final String VALUES = ":alert_id, :level, :segment_id, :kpi, :alert_type, :ym, :status, :cause,"
            + " :assignee, :due_date, :version, :changed_at, :changed_by";

    private final Database database;

    JdbcCaseBook(Database database) {
        this.database = database;
    }

    @Override
    public List<AlertCase> cases() {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM alert_case ORDER BY alert_id")
                .map((rs, context) -> alertCase(rs))
                .list());
    }

    @Override
    public AlertCase of(Alert alert) {
        return database.read(handle -> find(handle, alert));
    }

    private static AlertCase find(Handle handle, Alert alert) {
        CaseSubject subject = CaseSubject.of(alert);
        return handle.createQuery("SELECT " + COLUMNS + " FROM alert_case WHERE alert_id = :alert_id")
                .bind("alert_id", alert.id())
                .map((rs, context) -> alertCase(rs))
                .findOne()
                .or(() -> handle.createQuery("SELECT " + COLUMNS + " FROM alert_case WHERE level = :level"
                                + " AND segment_id = :segment_id AND kpi = :kpi AND alert_type = :alert_type"
                                + " AND ym < :ym AND status NOT IN ('RESOLVED', 'DISMISSED')"
                                + " ORDER BY ym DESC FETCH FIRST 1 ROWS ONLY")
                        .bind("level", subject.level())
                        .bind("segment_id", subject.segmentId())
                        .bind("kpi", subject.kpi())
                        .bind("alert_type", subject.alertType())
                        .bind("ym", alert.month().toString())
                        .map((rs, context) -> alertCase(rs))
                        .findOne())
                .orElseGet(() -> AlertCase.untouched(alert));
    }

    @Override
    public List<CaseEvent> history(CaseSubject subject) {
        return database.read(handle -> handle.createQuery("SELECT " + COLUMNS + ", note FROM alert_case_event"
                        + " WHERE level = :level AND segment_id = :segment_id AND kpi = :kpi"
                        + " AND alert_type = :alert_type ORDER BY ym, version")
                .bind("level", subject.level())
                .bind("segment_id", subject.segmentId())
                .bind("kpi", subject.kpi())
                .bind("alert_type", subject.alertType())
                .map((rs, context) -> new CaseEvent(alertCase(rs), Optional.ofNullable(rs.getString("note"))))
                .list());
    }

    @Override
    public CaseOutcome change(Alert alert, CaseChange change, String actor, Instant at) {
        Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
        return database.write(handle -> {
            Database.lock(handle, Database.Lock.CASES);
            CaseOutcome outcome = find(handle, alert).apply(change, actor, millis);
            if (outcome instanceof CaseOutcome.Changed changed) {
                handle.execute(
                        "DELETE FROM alert_case WHERE alert_id = ?",
                        changed.now().alertId());
                insert(handle, "alert_case (" + COLUMNS + ") VALUES (" + VALUES + ")", changed.now(), change);
                insert(
                        handle,
                        "alert_case_event (" + COLUMNS + ", note) VALUES (" + VALUES + ", :note)",
                        changed.now(),
                        change);
            }
            return outcome;
        });
    }

    private static void insert(Handle handle, String into, AlertCase now, CaseChange change) {
        handle.createUpdate("INSERT INTO " + into)
                .bind("alert_id", now.alertId())
                .bind("level", now.subject().level())
                .bind("segment_id", now.subject().segmentId())
                .bind("kpi", now.subject().kpi())
                .bind("alert_type", now.subject().alertType())
                .bind("ym", now.month().toString())
                .bind("status", now.status().name())
                .bind("cause", now.cause().map(Enum::name).orElse(null))
                .bind("assignee", now.assignee().orElse(null))
                .bind("due_date", now.dueDate().orElse(null))
                .bind("version", now.version())
                .bind("changed_at", now.changedAt().orElseThrow().atOffset(ZoneOffset.UTC))
                .bind("changed_by", now.changedBy().orElseThrow())
                .bind("note", change.note().orElse(null))
                .execute();
    }

    @Override
    public void record(List<OutcomeEntry> entries) {
        database.writeOnly(handle -> {
            PreparedBatch batch = handle.prepareBatch("INSERT INTO action_outcome (action_id, segment_id, action_type,"
                    + " ym, status, amount, note, reported_by, reported_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
            for (OutcomeEntry entry : entries) {
                OptionalDouble amount = entry.outcome().amount();
                batch.add(
                        entry.actionId(),
                        entry.segmentId(),
                        entry.actionType(),
                        entry.month().toString(),
                        entry.outcome().status().name(),
                        amount.isPresent() ? amount.getAsDouble() : null,
                        entry.note().orElse(null),
                        entry.actor(),
                        entry.at().atOffset(ZoneOffset.UTC));
            }
            batch.execute();
        });
    }

    @Override
    public List<OutcomeEntry> outcomes() {
        return database.read(handle -> handle.createQuery(
                        "SELECT action_id, segment_id, action_type, ym, status, amount,"
                                + " note, reported_by, reported_at FROM action_outcome WHERE outcome_number IN"
                                + " (SELECT MAX(outcome_number) FROM action_outcome GROUP BY action_id) ORDER BY action_id")
                .map((rs, context) -> outcome(rs))
                .list());
    }

    private static OutcomeEntry outcome(ResultSet rs) throws SQLException {
        double number = rs.getDouble("amount");
        OptionalDouble amount = rs.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(number);
        return new OutcomeEntry(
                new ActionOutcome(
                        rs.getString("action_id"), ActionOutcome.Status.valueOf(rs.getString("status")), amount),
                rs.getString("segment_id"),
                rs.getString("action_type"),
                YearMonth.parse(rs.getString("ym")),
                Optional.ofNullable(rs.getString("note")),
                rs.getString("reported_by"),
                rs.getObject("reported_at", OffsetDateTime.class).toInstant());
    }

    private static AlertCase alertCase(ResultSet rs) throws SQLException {
        return new AlertCase(
                rs.getString("alert_id"),
                new CaseSubject(
                        rs.getString("level"),
                        rs.getString("segment_id"),
                        rs.getString("kpi"),
                        rs.getString("alert_type")),
                YearMonth.parse(rs.getString("ym")),
                CaseStatus.valueOf(rs.getString("status")),
                Optional.ofNullable(rs.getString("cause")).map(CaseCause::valueOf),
                Optional.ofNullable(rs.getString("assignee")),
                Optional.ofNullable(rs.getObject("due_date", LocalDate.class)),
                rs.getInt("version"),
                Optional.of(rs.getObject("changed_at", OffsetDateTime.class).toInstant()),
                Optional.of(rs.getString("changed_by")));
    }
}
