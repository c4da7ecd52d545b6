package io.segmentradar.store;

import io.segmentradar.core.audit.AuditLog;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.run.RadarQueries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunStore;
import io.segmentradar.core.run.RunSummary;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Runs, cases and audit log in a relational database. A run is one transaction: killed at any point, what was there
 * before is whole. Of a run's panel the customer counts, KPIs and ratios are kept; the component amounts are not.
 * Thread-safe; several processes may use one store.
 */
public final class JdbcRadarStore implements RunStore, RadarQueries, AutoCloseable {
    private final Database database;

    private JdbcRadarStore(Database database) {
        this.database = database;
    }

    /**
     * Opens a store; an empty or older one gets the present schema first.
     *
     * @throws StoreException if it cannot be reached or upgraded
     */
    public static JdbcRadarStore open(StoreSettings settings) {
        return new JdbcRadarStore(Database.open(settings));
    }

    /** Stores a run; one of the same id is replaced in the same transaction. */
    @Override
    public void save(RadarRun run) {
        database.ensureColumns("segment", PanelWriter.keyColumns(run), "VARCHAR(1000)");
        database.ensureColumns("segment_panel", PanelWriter.columns(run), "DOUBLE PRECISION");
        database.writeOnly(handle -> {
            Database.lock(handle, Database.Lock.RUNS);
            new RunWriter(handle, database.isPostgres(), run).write();
        });
    }

    @Override
    public List<RunSummary> runs() {
        return database.read(handle -> handle
                .createQuery("SELECT run_id, as_of, created_at, spec_name, segments, months, alerts, actions FROM run")
                .map((rs, context) -> new RunSummary(
                        rs.getString("run_id"),
                        YearMonth.parse(rs.getString("as_of")),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        rs.getString("spec_name"),
                        rs.getInt("segments"),
                        rs.getInt("months"),
                        rs.getInt("alerts"),
                        rs.getInt("actions")))
                .list()
                .stream()
                .sorted(NEWEST_FIRST)
                .toList());
    }

    /**
     * The run as it was stored. Its forecasts of earlier origins are read when they are first asked for; until then the
     * store must stay open and the run in it.
     */
    @Override
    public Optional<RadarRun> run(String runId) {
        return database.read(handle -> new RunReader(database, handle, runId).read());
    }

    /**
     * Removes all but the newest runs; cases, outcomes and the audit log stay.
     *
     * @param keep at least 1
     * @return ids of the removed runs
     */
    public List<String> prune(int keep) {
        if (keep < 1) {
            throw new IllegalArgumentException("At least one run is kept, got " + keep);
        }
        return database.write(handle -> {
            Database.lock(handle, Database.Lock.RUNS);
            List<String> old = runs().stream().skip(keep).map(RunSummary::runId).toList();
            old.forEach(runId -> RunWriter.delete(handle, runId));
            return old;
        });
    }

    public CaseBook cases() {
        return new JdbcCaseBook(database);
    }

    public ModelRegistry models() {
        return new JdbcModelRegistry(database);
    }

    public AuditLog audit() {
        return new JdbcAuditLog(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
