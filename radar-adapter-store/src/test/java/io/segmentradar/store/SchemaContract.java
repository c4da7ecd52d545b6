package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.audit.AuditCheck;
import io.segmentradar.core.run.RadarRun;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The tables fit the spec, grow with the program, and are left alone by an older one. */
interface SchemaContract extends StoreDatabase {
    @Test
    default void aStoreOfTheFirstSchemaVersionIsUpgradedAndKeepsItsRuns() throws Exception {
        StoreSettings settings = settings("upgrade");
        RadarRun run = RUN;
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);
        }
        // Back to what the first version had.
        for (String table : List.of(
                "alert_case",
                "alert_case_event",
                "action_outcome",
                "audit_log",
                "drift_check",
                "model_version",
                "model_event",
                "trained_model",
                "fx_month",
                "fx_segment",
                "segment_cluster",
                "panel_block")) {
            tamper(settings, "DROP TABLE " + table);
        }
        tamper(settings, "ALTER TABLE run DROP COLUMN alert_report");
        tamper(settings, "ALTER TABLE run DROP COLUMN monitor");
        tamper(settings, "ALTER TABLE run DROP COLUMN covariates");
        tamper(settings, "ALTER TABLE run DROP COLUMN fx");
        tamper(settings, "ALTER TABLE run DROP COLUMN clusters");
        tamper(settings, "DELETE FROM store_lock WHERE id > 1");
        tamper(settings, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" <> '1'");
        assertEquals(
                "1",
                Flyway.configure()
                        .dataSource(
                                settings.url(),
                                settings.user().orElse(null),
                                settings.password().orElse(null))
                        .locations(Schema.SCRIPTS)
                        .load()
                        .info()
                        .current()
                        .getVersion()
                        .toString());

        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            RunEquality.assertSame(withoutWhatCameLater(run), store.latest().orElseThrow());
            store.audit().append(NOW, "kim", "upgrade", "store", "");
            assertInstanceOf(AuditCheck.Intact.class, store.audit().verify());
        }
    }

    private static RadarRun withoutWhatCameLater(RadarRun run) {
        return new RadarRun(
                run.spec(),
                run.manifest(),
                run.ingest(),
                run.panel(),
                run.published(),
                run.past(),
                run.accuracy(),
                run.alerts(),
                run.drivers(),
                run.actionReport());
    }

    @Test
    default void tablesOfANewerVersionOfTheProgramAreLeftAlone() throws Exception {
        StoreSettings settings = settings("newer");
        JdbcRadarStore.open(settings).close();
        tamper(
                settings,
                "UPDATE \"flyway_schema_history\" SET \"version\" = '" + (Schema.NEWEST + 1) + "' WHERE \"version\" = '"
                        + Schema.NEWEST + "'");

        StoreException newer = assertThrows(StoreException.class, () -> JdbcRadarStore.open(settings));
        assertTrue(newer.getMessage().contains("newer version of this program"), newer.getMessage());
    }

    @Test
    default void aSpecWithOtherKeysAndKpisGetsItsOwnColumns() throws Exception {
        RadarRun run = RUN;
        StoreSettings settings = settings("columns");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            tamper(settings, "ALTER TABLE segment_panel DROP COLUMN loans");
            tamper(settings, "ALTER TABLE segment DROP COLUMN dedicated");
            store.save(run);

            assertEquals(24 * 25, count(settings, "segment_panel WHERE loans IS NOT NULL"));
            assertEquals(12, count(settings, "segment WHERE dedicated = 'Y'"));
        }
    }
}
