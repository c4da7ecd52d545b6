package io.segmentradar.store;

import io.segmentradar.core.audit.AuditEntry;
import io.segmentradar.core.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The audit log in the database; appending is serialised over all processes. */
final class JdbcAuditLog implements AuditLog {
    private static final String COLUMNS =
            "entry_number, entered_at_ms, actor, what, target, detail, previous_hash, hash";

    private final Database database;

    JdbcAuditLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(Instant at, String actor, String action, String target, String detail) {
        database.writeOnly(handle -> {
            Database.lock(handle, Database.Lock.AUDIT);
            Optional<AuditEntry> last = handle.createQuery(
                            "SELECT " + COLUMNS + " FROM audit_log ORDER BY entry_number DESC FETCH FIRST 1 ROWS ONLY")
                    .map((rs, context) -> entry(rs))
                    .findOne();
            AuditEntry entry = AuditEntry.following(
                    last.map(AuditEntry::hash).orElse(AuditEntry.GENESIS),
                    last.map(AuditEntry::number).orElse(0L) + 1,
                    at,
                    cut(actor, 200),
                    action,
                    cut(target, 2000),
                    cut(detail, 4000));
            handle.execute(
                    "INSERT INTO audit_log (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    entry.number(),
                    entry.at().toEpochMilli(),
                    entry.actor(),
                    entry.action(),
                    entry.target(),
                    entry.detail(),
                    entry.previous(),
                    entry.hash());
        });
    }

    private static String cut(String text, int length) {
        String storable = text.replace('\0', ' ');
        return storable.length() <= length ? storable : storable.substring(0, length);
    }

    @Override
    public void read(Consumer<AuditEntry> reader) {
        database.read(handle -> {
            handle.createQuery("SELECT " + COLUMNS + " FROM audit_log ORDER BY entry_number")
                    .setFetchSize(5_000)
                    .map((rs, context) -> entry(rs))
                    .forEach(reader);
            return null;
        });
    }

    private static AuditEntry entry(ResultSet rs) throws SQLException {
        return new AuditEntry(
                rs.getLong("entry_number"),
                Instant.ofEpochMilli(rs.getLong("entered_at_ms")),
                rs.getString("actor"),
                rs.getString("what"),
                rs.getString("target"),
                rs.getString("detail"),
                rs.getString("previous_hash"),
                rs.getString("hash"));
    }
}
