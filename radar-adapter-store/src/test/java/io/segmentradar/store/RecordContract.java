package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

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
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.forecast.trained.TrainedModel;
import io.segmentradar.core.registry.ModelEvent;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.registry.ModelVersion;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What people do with a run: cases, outcomes, the audit log, the registry of models. */
interface RecordContract extends StoreDatabase {
    @Test
    default void ofTwoWritersOfOneCaseTheSecondIsToldTheState() throws Exception {
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
    default void anOpenCaseIsCarriedToNextMonthsAlertAndASettledOneIsNot() throws Exception {
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

    static CaseChange change(int version, CaseStatus status) {
        return new CaseChange(
                version, Optional.of(status), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    default void theLastOutcomeOfAnActionCounts() throws Exception {
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
    default void theAuditLogShowsWhereItWasTamperedWith() throws Exception {
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

    @Test
    default void modelsComeBackToTheLastCharacterAndARollbackRestoresTheFormerChampion() throws Exception {
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
}
