package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.audit.AuditCheck;
import io.segmentradar.core.audit.AuditLog;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.casework.CaseCause;
import io.segmentradar.core.casework.CaseChange;
import io.segmentradar.core.casework.CaseOutcome;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.run.RunSummary;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What a store must do on either database. */
abstract class StoreContract {
    private static final RadarRun RUN = RadarRuns.run(1, YearMonth.of(2024, 12));
    private static final RadarRun JANUARY = RadarRuns.run(1, YearMonth.of(2025, 1));
    private static final Instant NOW = Instant.parse("2025-01-05T03:00:00.123Z");

    /** Settings of a database of this name, empty when the name is new. */
    abstract StoreSettings settings(String name) throws Exception;

    private Connection connect(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(),
                settings.user().orElse(null),
                settings.password().orElse(null));
    }

    private long count(StoreSettings settings, String from) throws SQLException {
        try (Connection connection = connect(settings);
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Test
    void aStoredRunComesBackToTheLastBit() throws Exception {
        RadarRun run = RUN;
        StoreSettings settings = settings("whole");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);
        }
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            RunEquality.assertSame(run, store.latest().orElseThrow());
            assertEquals(List.of(RunSummary.of(run)), store.runs());
        }
    }

    @Test
    void theTablesSayTheSameAsTheRun() throws Exception {
        RadarRun run = RUN;
        StoreSettings settings = settings("tables");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);

            assertEquals(
                    run.panel().segments(), count(settings, "segment WHERE province <> '' AND lifecycle = 'ACTIVE'"));
            assertEquals(run.panel().segments() * 25L, count(settings, "segment_panel"));
            assertEquals(run.alerts().size(), count(settings, "alert"));
            assertEquals(4L * run.alerts().size(), count(settings, "alert_driver"));
            assertEquals(run.actions().size(), count(settings, "action"));
            assertEquals(run.accuracy().rows().size(), count(settings, "accuracy"));
            long forecasts = run.spec().hierarchy().levels().stream()
                    .mapToLong(level -> run.published().forecasts(level.id()).size())
                    .sum();
            assertEquals(forecasts, count(settings, "forecast"));
            assertEquals(
                    0,
                    count(
                            settings,
                            "alert a WHERE abs(a.residual - (SELECT sum(d.contribution) FROM alert_driver d"
                                    + " WHERE d.run_id = a.run_id AND d.alert_id = a.alert_id AND d.kind = 'COMPONENT'))"
                                    + " > 1e-6 * abs(a.residual)"));
        }
    }

    @Test
    void savingTheSameRunAgainReplacesIt() throws Exception {
        StoreSettings settings = settings("again");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(RUN);
            long rows = count(settings, "forecast");
            store.save(RUN);

            assertEquals(1, store.runs().size());
            assertEquals(rows, count(settings, "forecast"));
        }
    }

    @Test
    void aRunThatFailsHalfWayLeavesTheEarlierOneWhole() throws Exception {
        RadarRun good = RUN;
        RadarRun next = JANUARY;
        List<Alert> doubled = new ArrayList<>(next.alerts());
        doubled.add(next.alerts().get(0));
        var drivers = new ArrayList<>(next.drivers());
        drivers.add(next.drivers().get(0));
        RadarRun broken = new RadarRun(
                next.spec(),
                next.manifest(),
                next.ingest(),
                next.panel(),
                next.published(),
                next.past(),
                next.accuracy(),
                doubled,
                drivers,
                next.actionReport());
        StoreSettings settings = settings("half");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(good);

            StoreException failure = assertThrows(StoreException.class, () -> store.save(broken));
            assertTrue(failure.getMessage().contains("alert"), failure.getMessage());

            assertEquals(1, store.runs().size());
            assertEquals(
                    0,
                    count(
                            settings,
                            "forecast WHERE run_id <> '" + good.manifest().runId() + "'"));
            RunEquality.assertSame(good, store.latest().orElseThrow());
        }
    }

    @Test
    void twoRunsSavedAtOnceAreBothWhole() throws Exception {
        RadarRun december = RUN;
        RadarRun january = JANUARY;
        StoreSettings settings = settings("atonce");
        var threads = Executors.newFixedThreadPool(2);
        try (JdbcRadarStore one = JdbcRadarStore.open(settings);
                JdbcRadarStore two = JdbcRadarStore.open(settings)) {
            Future<?> first = threads.submit(() -> one.save(december));
            Future<?> second = threads.submit(() -> two.save(january));
            first.get();
            second.get();

            RunEquality.assertSame(january, one.latest().orElseThrow());
            RunEquality.assertSame(
                    december, two.run(december.manifest().runId()).orElseThrow());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void pruningKeepsTheNewestRunsAndEveryCase() throws Exception {
        StoreSettings settings = settings("prune");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            for (int month = 1; month <= 3; month++) {
                store.save(RadarRuns.run(1, YearMonth.of(2025, month)));
            }
            RadarRun january = store.run(store.runs().get(2).runId()).orElseThrow();
            store.cases().change(january.alerts().get(0), change(0, CaseStatus.ACKNOWLEDGED), "kim", NOW);

            assertEquals(List.of(january.manifest().runId()), store.prune(2));

            assertEquals(2, store.runs().size());
            assertEquals(
                    0,
                    count(
                            settings,
                            "segment_panel WHERE run_id = '"
                                    + january.manifest().runId() + "'"));
            assertEquals(1, store.cases().cases().size());
        }
    }

    @Test
    void ofTwoWritersOfOneCaseTheSecondIsToldTheState() throws Exception {
        Alert alert = RUN.alerts().get(0);
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("cases"))) {
            CaseBook book = store.cases();
            assertEquals(AlertCase.untouched(alert), book.of(alert));

            assertInstanceOf(
                    CaseOutcome.Changed.class, book.change(alert, change(0, CaseStatus.ACKNOWLEDGED), "kim", NOW));
            var late = assertInstanceOf(
                    CaseOutcome.Conflict.class, book.change(alert, change(0, CaseStatus.RESOLVED), "lee", NOW));
            assertEquals("kim", late.current().changedBy().orElseThrow());
            assertInstanceOf(
                    CaseOutcome.Refused.class, book.change(alert, change(1, CaseStatus.DISMISSED), "lee", NOW));
            CaseChange dismissal = new CaseChange(
                    1,
                    Optional.of(CaseStatus.DISMISSED),
                    Optional.of(CaseCause.DATA_ERROR),
                    Optional.of("lee"),
                    Optional.of(LocalDate.of(2025, 1, 31)),
                    Optional.of("잔액 오류, '; DROP TABLE run; --"));
            book.change(alert, dismissal, "lee", NOW);

            AlertCase now = book.of(alert);
            assertEquals(CaseStatus.DISMISSED, now.status());
            assertEquals(Optional.of(CaseCause.DATA_ERROR), now.cause());
            assertEquals(Optional.of(NOW), now.changedAt());
            var history = book.history(CaseSubject.of(alert));
            assertEquals(2, history.size());
            assertEquals(dismissal.note(), history.get(1).note());
            assertEquals(List.of(now), book.cases());
        }
    }

    @Test
    void anOpenCaseIsCarriedToNextMonthsAlertAndASettledOneIsNot() throws Exception {
        Alert december = RUN.alerts().get(0);
        Alert january = JANUARY.alerts().get(0);
        assertEquals(CaseSubject.of(december), CaseSubject.of(january));
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("carried"))) {
            CaseBook book = store.cases();
            book.change(december, change(0, CaseStatus.IN_PROGRESS), "kim", NOW);
            assertEquals(CaseStatus.IN_PROGRESS, book.of(january).status());

            book.change(january, change(1, CaseStatus.RESOLVED), "kim", NOW);
            assertEquals(CaseStatus.RESOLVED, book.of(december).status());
            assertEquals(CaseStatus.NEW, book.of(january).status());
            assertEquals(2, book.history(CaseSubject.of(january)).size());
        }
    }

    private static CaseChange change(int version, CaseStatus status) {
        return new CaseChange(
                version, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void theLastOutcomeOfAnActionCounts() throws Exception {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("outcomes"))) {
            store.cases().record(outcome(ActionOutcome.Status.NO_ANSWER, OptionalDouble.empty()));
            store.cases().record(outcome(ActionOutcome.Status.ACCEPTED, OptionalDouble.of(12.5)));

            assertEquals(
                    List.of(outcome(ActionOutcome.Status.ACCEPTED, OptionalDouble.of(12.5))),
                    store.cases().outcomes());
        }
    }

    private static OutcomeEntry outcome(ActionOutcome.Status status, OptionalDouble amount) {
        return new OutcomeEntry(
                new ActionOutcome("a1", status, amount),
                "제조|서울",
                "CALL",
                YearMonth.of(2024, 12),
                Optional.of("ok"),
                "kim",
                NOW);
    }

    @Test
    void theAuditLogShowsWhereItWasTamperedWith() throws Exception {
        StoreSettings settings = settings("audit");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            AuditLog log = store.audit();
            for (int i = 1; i <= 5; i++) {
                log.append(NOW, "kim", "case.change", "알림 " + i, "ACKNOWLEDGED");
            }
            var intact = assertInstanceOf(AuditCheck.Intact.class, log.verify());
            assertEquals(5, intact.entries());

            tamper(settings, "UPDATE audit_log SET actor = 'lee' WHERE entry_number = 3");
            assertEquals(
                    3, assertInstanceOf(AuditCheck.Broken.class, log.verify()).number());
            tamper(settings, "UPDATE audit_log SET actor = 'kim' WHERE entry_number = 3");
            assertEquals(intact, log.verify());
            tamper(settings, "DELETE FROM audit_log WHERE entry_number = 4");
            assertEquals(
                    4, assertInstanceOf(AuditCheck.Broken.class, log.verify()).number());
        }
    }

    private void tamper(StoreSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings)) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    @Test
    void modelsComeBackToTheLastCharacterAndARollbackRestoresTheFormerChampion() throws Exception {
        Horizon one = Horizon.ONE;
        YearMonth month = YearMonth.of(2024, 6);
        TrainedModel trees = new TrainedModel(
                "deposits",
                "lightgbm_level",
                month,
                one,
                new FeatureSchema(List.of("age", "key_0"), Map.of("key_0", List.of("서울", "부산"))),
                Map.of("num_leaves", "15"),
                "tree\nversion=v4\n".repeat(3_000));
        ModelArchive first = archive(month, trees);
        ModelArchive second = archive(month.plusMonths(6), trees);
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("registry"))) {
            ModelRegistry registry = store.models();
            assertEquals(Optional.empty(), registry.champion("imbank"));
            for (ModelArchive archive : List.of(first, second, second)) {
                registry.register(ModelVersion.of(archive, "imbank", NOW, RUN.accuracy()), archive);
            }
            assertEquals(2, registry.versions("imbank").size());
            assertEquals(first, registry.archive(first.id()).orElseThrow());
            event(registry, first, ModelEvent.Kind.PROMOTED);
            assertEquals(Optional.empty(), registry.formerChampion("imbank"));
            event(registry, second, ModelEvent.Kind.REFUSED);
            assertEquals(Optional.of(first.id()), registry.champion("imbank"));
            event(registry, second, ModelEvent.Kind.PROMOTED);
            assertEquals(Optional.of(first.id()), registry.formerChampion("imbank"));
            event(registry, first, ModelEvent.Kind.ROLLED_BACK);
            assertEquals(Optional.of(first.id()), registry.champion("imbank"));
            assertEquals(Optional.empty(), registry.formerChampion("imbank"));
            assertEquals(4, registry.events("imbank").size());
            assertEquals(Optional.empty(), registry.champion("other"));
        }
    }

    private static ModelArchive archive(YearMonth trainedTo, TrainedModel model) {
        Provenance provenance = new Provenance(trainedTo, "0".repeat(64), "korea", 42, Map.of("lightgbm", "4"));
        return new ModelArchive(provenance, Map.of("deposits", 1.5), List.of(model), List.of());
    }

    private static void event(ModelRegistry registry, ModelArchive archive, ModelEvent.Kind kind) {
        registry.record("imbank", new ModelEvent(archive.id(), kind, NOW, "kim", "test", Optional.empty()));
    }

    @Test
    void aStoreOfTheFirstSchemaVersionIsUpgradedAndKeepsItsRuns() throws Exception {
        StoreSettings settings = settings("upgrade");
        RadarRun run = RadarRuns.run(1, YearMonth.of(2024, 12));
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
    void tablesOfANewerVersionOfTheProgramAreLeftAlone() throws Exception {
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
    void earlierForecastsOfARunThatWasRemovedMeanwhileAreMissedLoudly() throws Exception {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("removed"))) {
            store.save(RUN);
            RadarRun read = store.latest().orElseThrow();
            store.save(JANUARY);
            store.prune(1);

            assertEquals(RUN.alerts(), read.alerts());
            StoreException gone =
                    assertThrows(StoreException.class, () -> read.past().tables());
            assertTrue(gone.getMessage().contains("removed"), gone.getMessage());
        }
    }

    @Test
    void aSpecWithOtherKeysAndKpisGetsItsOwnColumns() throws Exception {
        RadarRun run = RadarRuns.run(1, YearMonth.of(2024, 12));
        StoreSettings settings = settings("columns");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            tamper(settings, "ALTER TABLE segment_panel DROP COLUMN loans");
            tamper(settings, "ALTER TABLE segment DROP COLUMN dedicated");
            store.save(run);

            assertEquals(24 * 25, count(settings, "segment_panel WHERE loans IS NOT NULL"));
            assertEquals(12, count(settings, "segment WHERE dedicated = 'Y'"));
        }
    }

    @Test
    void aRunWithoutForecastsOfThePastIsStoredToo() throws Exception {
        RadarRun run = RadarRuns.run(1, YearMonth.of(2024, 12));
        RadarRun bare = new RadarRun(
                run.spec(),
                run.manifest(),
                run.ingest(),
                run.panel(),
                run.published(),
                new ForecastSet(List.of()),
                run.accuracy(),
                List.of(),
                List.of(),
                ActionReport.EMPTY);
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("bare"))) {
            store.save(bare);
            RunEquality.assertSame(bare, store.latest().orElseThrow());
            assertEquals(Optional.empty(), store.run("nope"));
        }
    }
}
