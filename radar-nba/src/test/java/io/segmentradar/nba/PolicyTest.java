package io.segmentradar.nba;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.RuleExpression;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.action.plan.PlanLimit;
import io.segmentradar.core.action.policy.ContactPolicy;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final String GROWTH = "DEPOSIT_GROWTH";

    private static Scene.Segment growing(Scene scene) {
        return scene.segment().level("deposits", 50000).expects("deposits", 56000);
    }

    private static RecommendedAction action(ActionReport report, String type) {
        return report.actions().stream()
                .filter(action -> action.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static ActionDecision.Dropped dropped(ActionReport report, String type) {
        return (ActionDecision.Dropped) action(report, type).decision();
    }

    private static Scene with(ContactPolicy contact) {
        ActionPolicy old = Scene.SPEC.actions();
        return new Scene()
                .policy(new ActionPolicy(old.parameters(), old.catalog(), old.arbitration(), contact, old.plan()));
    }

    private static PastAction past(String segment, String type, int monthsAgo, ActionOutcome.Status status) {
        String id = "past-" + monthsAgo + type;
        return new PastAction(
                id,
                new SegmentId(segment),
                Scene.MONTH.minusMonths(monthsAgo),
                type,
                false,
                Optional.ofNullable(status).map(s -> new ActionOutcome(id, s, OptionalDouble.empty())),
                OptionalDouble.empty());
    }

    @Test
    void theValueIsTheProductOfItsFactorsLessTheCost() {
        Scene scene = new Scene();
        growing(scene);

        RecommendedAction growth = action(scene.recommend(), GROWTH);

        // P(deposits > 51,000) with quantiles linear from 56,000 ± 5,601: (1 + (56,000 − 51,000) / 5,601) / 2
        double probability = (1 + (56000 - 51000) / 5601.0) / 2;
        assertEquals(probability, growth.worth().probability(), 1e-9);
        assertEquals(6000, growth.worth().amountAtStake(), 1e-9);
        assertEquals(
                probability * 6000 * 0.012 * 0.15 - 1.5 * 0.06, growth.worth().value(), 1e-9);
        assertEquals(growth.worth().value() * 1.5 * 1.1 * 1.0, growth.score(), 1e-9);
        assertTrue(growth.isPlanned());
        assertEquals(
                "예금이 이번 달 500억원에서 다음 달 560억원으로 늘 전망입니다(▲ 12.0%). 늘어나는 자금을 거치식·적립식으로 유치할 시점입니다.",
                growth.reason().ko());
    }

    @Test
    void anActionThatCostsMoreThanItBringsIsNotPlannedAndSaysSo() {
        Scene scene = new Scene();
        scene.segment().level("deposits", 20).expects("deposits", 22);

        ActionReport report = scene.recommend();

        assertEquals(PolicyStage.WORTH, dropped(report, GROWTH).stage());
        assertTrue(dropped(report, GROWTH).whyNot().ko().startsWith("기대 이익 "), report.toString());
    }

    @Test
    void coolDownDeclineExclusionAndControlGroupAreRespected() {
        Scene recent = new Scene();
        String segment = growing(recent).key().id().value();
        assertEquals(
                PolicyStage.CONTACT,
                dropped(recent.history(past(segment, GROWTH, 2, null)).recommend(), GROWTH)
                        .stage());

        Scene old = new Scene();
        growing(old);
        assertTrue(action(old.history(past(segment, GROWTH, 3, null)).recommend(), GROWTH)
                .isPlanned());

        Scene declined = new Scene();
        growing(declined);
        assertTrue(dropped(
                        declined.history(past(segment, GROWTH, 3, ActionOutcome.Status.DECLINED))
                                .recommend(),
                        GROWTH)
                .whyNot()
                .ko()
                .contains("거절"));

        Scene excluded = with(new ContactPolicy(0, 0, 3, Set.of(segment), Optional.empty()));
        growing(excluded);
        assertTrue(dropped(excluded.recommend(), GROWTH).whyNot().ko().contains("제외 목록"));
    }

    @Test
    void workIsDueOnADayOnWhichTheBankIsOpen() {
        Scene scene = new Scene();
        growing(scene);

        RecommendedAction growth = action(scene.recommend(), GROWTH);

        // High urgency is due within 7 days of the month's end; 2025-01-07 is a Tuesday.
        assertEquals(LocalDate.of(2025, 1, 7), growth.delivery().due());
        Holidays korea = Holidays.named("korea");
        // The lunar New Year of 2025 lasted from 28 to 30 January, and the 27th was closed by decree or open by
        // calendar.
        LocalDate seollal = korea.businessDayUpTo(LocalDate.of(2025, 1, 30), LocalDate.of(2025, 1, 1));
        assertTrue(seollal.isBefore(LocalDate.of(2025, 1, 28)), seollal.toString());
        assertEquals(
                LocalDate.of(2025, 1, 2), korea.businessDayUpTo(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 1, 1)));
        for (RecommendedAction action : scene.recommend().actions()) {
            assertTrue(korea.isBusinessDay(action.delivery().due()), action.toString());
        }
    }

    @Test
    void withoutConsentNobodyIsCalledAndAMissingFlagIsNoConsent() {
        RuleExpression flag = new RuleExpression("여신한도금액 > 0", "actions.contact.consent", 1);
        Scene scene = with(new ContactPolicy(0, 0, 3, Set.of(), Optional.of(flag)));
        SegmentId agreed = growing(scene.segment("동의", "대구광역시", "우수", "N"));
        SegmentId refused = growing(scene.segment("거부", "대구광역시", "우수", "N").level("여신한도금액", 0));
        SegmentId unknown = growing(scene.segment("모름", "대구광역시", "우수", "N").level("여신한도금액", Double.NaN));

        ActionReport report = scene.recommend();

        assertTrue(growth(report, agreed).isPlanned());
        for (SegmentId segment : List.of(refused, unknown)) {
            ActionDecision.Dropped why =
                    (ActionDecision.Dropped) growth(report, segment).decision();
            assertEquals(PolicyStage.CONTACT, why.stage());
            assertEquals("연락 동의가 없음", why.whyNot().ko());
        }
    }

    private static SegmentId growing(Scene.Segment segment) {
        return segment.level("deposits", 50000).expects("deposits", 56000).key().id();
    }

    private static RecommendedAction growth(ActionReport report, SegmentId segment) {
        return report.actions().stream()
                .filter(action ->
                        action.type().equals(GROWTH) && action.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void contactsAlreadyHadThisMonthLeaveLessRoom() {
        Scene scene = with(new ContactPolicy(0, 0, 1, Set.of(), Optional.empty()));
        String segment = growing(scene).key().id().value();

        ActionReport report = scene.history(past(segment, "OTHER", 0, ActionOutcome.Status.DONE))
                .recommend();

        assertEquals(PolicyStage.CONTACT, dropped(report, GROWTH).stage());
    }

    @Test
    void theFunnelAccountsForEveryPairOfSegmentAndType() {
        Scene scene = new Scene().controlShare(0.34);
        for (int i = 0; i < 6; i++) {
            scene.segment("업종" + i, "대구광역시", "우수", "Y").level("deposits", 50000).expects("deposits", 56000);
        }
        ActionReport report = scene.recommend();

        int removed = 0;
        for (PolicyStage stage : PolicyStage.values()) {
            removed += report.funnel().removed(stage);
        }
        assertEquals(report.funnel().entered(), removed + report.plan().planned());
        assertEquals(
                report.plan().planned(),
                report.actions().stream()
                        .filter(action -> !(action.decision() instanceof ActionDecision.Dropped))
                        .count());
    }

    @Test
    void theControlGroupIsWholeSegmentsOfThePlanAndIsNotCounted() {
        Scene scene = new Scene().controlShare(0.34);
        for (int i = 0; i < 6; i++) {
            scene.segment("업종" + i, "대구광역시", "우수", "Y").level("deposits", 50000).expects("deposits", 56000);
        }
        ActionReport report = scene.recommend();

        Set<SegmentId> control = report.actions().stream()
                .filter(action -> action.decision() instanceof ActionDecision.Control)
                .map(RecommendedAction::segment)
                .collect(java.util.stream.Collectors.toSet());
        assertEquals(2, control.size());
        assertTrue(report.actions().stream()
                .noneMatch(action -> action.isPlanned() && control.contains(action.segment())));
        double value = report.actions().stream()
                .filter(RecommendedAction::isPlanned)
                .mapToDouble(action -> action.worth().value())
                .sum();
        assertEquals(value, report.plan().expectedValue(), 1e-9);
        assertEquals(report.actions().toString(), scene.recommend().actions().toString());
    }

    @Test
    void aSeriousAlertWithoutAnyActionHasAReason() {
        Scene scene = new Scene();
        scene.segment().level("deposits", 0).level("loans", 0).alert("fx_amount", AlertType.DROP, Severity.HIGH, 900);

        ActionReport report = scene.recommend();

        assertTrue(report.actions().isEmpty(), report.actions().toString());
        assertEquals(1, report.unanswered().size());
        assertFalse(report.unanswered().get(0).reason().ko().isBlank());
    }

    @Test
    void whatThePlanCannotKeepIsToldInBothLanguagesAndTheBanksWords() {
        Scene scene = new Scene();
        scene.segment();
        ActionReport report = scene.recommend();

        assertTrue(
                report.plan().relaxed().contains(new Label("위험 관리 최소 10건 대신 0건", "Risk: 0 instead of at least 10")),
                report.plan().relaxed().toString());
    }

    @Test
    void aMonthWithoutRoomSaysWhoseHoursAreMissing() {
        Scene scene = new Scene();
        for (int i = 0; i < 40; i++) {
            scene.segment("업종" + i, "광주광역시", "우수", "Y").level("deposits", 50000).expects("deposits", 56000);
        }
        ActionReport report = scene.recommend();

        assertTrue(report.actions().stream()
                .filter(action -> action.type().equals(GROWTH))
                .anyMatch(action -> action.decision() instanceof ActionDecision.Dropped why
                        && why.stage() == PolicyStage.CAPACITY));
        double used = report.actions().stream()
                .filter(action -> !(action.decision() instanceof ActionDecision.Dropped))
                .filter(action -> action.delivery().owner().equals("RM"))
                .mapToDouble(action -> action.delivery().hours())
                .sum();
        assertTrue(used <= 40 + 1e-9);
        assertTrue(report.plan().limits().stream()
                .anyMatch(limit ->
                        limit.kind() == PlanLimit.Kind.HOURS && limit.of().equals("RM|광주광역시")));
    }
}
