package io.segmentradar.nba;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of the built-in catalogue on one segment that calls for it and on one that just does not. */
class BuiltInRulesTest {
    private static final String EXPORTS = "외환_수출실적금액";
    private static final String IMPORTS = "외환_수입실적금액";

    /** What to change in a quiet segment and its month. */
    private record Fixture(Consumer<Scene> month, Consumer<Scene.Segment> segment) {
        static Fixture of(Consumer<Scene.Segment> segment) {
            return new Fixture(scene -> {}, segment);
        }

        static Fixture rising(Consumer<Scene.Segment> segment) {
            return new Fixture(scene -> scene.rate(0.05, true), segment);
        }

        static Fixture falling(Consumer<Scene.Segment> segment) {
            return new Fixture(scene -> scene.rate(-0.05, true), segment);
        }

        static Fixture calm(Consumer<Scene.Segment> segment) {
            return new Fixture(scene -> scene.rate(0.001, true), segment);
        }

        static Fixture wild(Consumer<Scene.Segment> segment) {
            return new Fixture(scene -> scene.rate(0.15, false), segment);
        }

        ActionReport run() {
            Scene scene = new Scene();
            month.accept(scene);
            segment.accept(scene.segment());
            return scene.recommend();
        }
    }

    private record Case(Fixture fires, Fixture silent) {}

    private static final Map<String, Case> CASES = new TreeMap<>();

    private static void rule(String type, Fixture fires, Fixture silent) {
        CASES.put(type, new Case(fires, silent));
    }

    private static Consumer<Scene.Segment> trade(double exports, double imports) {
        return s -> s.level(EXPORTS, exports).level(IMPORTS, imports).level("fx_amount", exports + imports);
    }

    static {
        growth();
        retentionAndRisk();
        crossSellAndDigital();
        trade();
        regime();
    }

    private static void growth() {
        rule(
                "DEPOSIT_GROWTH",
                Fixture.of(s -> s.expects("deposits", 511)),
                Fixture.of(s -> s.expects("deposits", 509)));
        rule("LOAN_OPP", Fixture.of(s -> s.expects("loans", 316)), Fixture.of(s -> s.expects("loans", 314)));
        rule(
                "LOAN_EXPANSION",
                Fixture.of(s -> s.expects("loans", 310).level("limit_utilisation", 0.5)),
                Fixture.of(s -> s.expects("loans", 310).level("limit_utilisation", 0.49)));
        rule(
                "GROWTH_OPPORTUNITY",
                Fixture.of(s -> s.ends("net_inflow", 10, 20, 30).expects("net_inflow", 40)),
                Fixture.of(s -> s.ends("net_inflow", 30, 20, 10).expects("net_inflow", 5)));
    }

    private static void retentionAndRisk() {
        rule(
                "DEPOSIT_DEFENSE",
                Fixture.of(s -> s.ends("deposits", 600, 550, 500).expects("deposits", 480)),
                Fixture.of(s -> s.ends("deposits", 505, 502, 500).expects("deposits", 499)));
        rule(
                "CHURN_PREVENTION",
                Fixture.of(s -> s.ends("deposits", 700, 600, 500)
                        .expects("deposits", 420)
                        .level("net_inflow", -80)),
                Fixture.of(s -> s.ends("deposits", 700, 600, 500).expects("deposits", 420)));
        rule(
                "LOAN_RUNOFF",
                Fixture.of(s -> s.alert("loans", AlertType.LEVEL_SHIFT, Severity.HIGH, 330)),
                Fixture.of(s -> s.alert("loans", AlertType.LEVEL_SHIFT, Severity.HIGH, 314)));
        rule(
                "CARD_DROP",
                Fixture.of(s -> s.expects("card_spend", 44.9)),
                Fixture.of(s -> s.expects("card_spend", 45.1)));
        rule(
                "ENGAGEMENT_DROP",
                Fixture.of(s -> s.ends("deposits", 504, 502, 500).expects("digital_amount", 390)),
                Fixture.of(s -> s.ends("deposits", 504, 502, 500).expects("digital_amount", 401)));
        rule("REGULAR_REVIEW", Fixture.of(s -> {}), Fixture.of(s -> s.expects("deposits", 550)));
        rule(
                "LIQUIDITY_STRESS",
                Fixture.of(s -> s.level("limit_utilisation", 0.72).level("net_inflow", -5)),
                Fixture.of(s -> s.level("limit_utilisation", 0.72).level("net_inflow", -2.9)));
        rule(
                "CREDIT_RISK",
                Fixture.of(s -> s.expects("loans", 331).level("net_inflow", -5)),
                Fixture.of(s -> s.expects("loans", 329).level("net_inflow", -5)));
    }

    private static void crossSellAndDigital() {
        rule("CROSS_SELL_LOAN", Fixture.of(s -> s.level("loans", 0)), Fixture.of(s -> s.level("loans", 1)));
        rule(
                "CROSS_SELL_CARD",
                Fixture.of(s -> s.level("card_spend", 4.9)),
                Fixture.of(s -> s.level("card_spend", 5.1)));
        rule("CARD_UPSELL", Fixture.of(s -> s.expects("card_spend", 56)), Fixture.of(s -> s.expects("card_spend", 54)));
        rule(
                "CROSS_SELL_FX",
                Fixture.of(s -> s.level("fx_amount", 0.5).level(SegmentPanel.CUSTOMER_COUNT, 10)),
                Fixture.of(s -> s.level("fx_amount", 1).level(SegmentPanel.CUSTOMER_COUNT, 10)));
        rule(
                "CROSS_SELL_INVEST",
                Fixture.of(s -> s.level("deposits", 1100).level("net_inflow", 51)),
                Fixture.of(s -> s.level("deposits", 1099).level("net_inflow", 51)));
        rule(
                "DIGITAL_ONBOARD",
                Fixture.of(s -> s.level("digital_share", 0.39)),
                Fixture.of(s -> s.level("digital_share", 0.41)));
        rule(
                "DIGITAL_PREMIUM",
                Fixture.of(s -> s.level("digital_share", 0.71).level(SegmentPanel.CUSTOMER_COUNT, 5)),
                Fixture.of(s -> s.level("digital_share", 0.71)));
        rule(
                "AUTO_TRANSFER",
                Fixture.of(s -> s.level("auto_transfer_share", 0.14)),
                Fixture.of(s -> s.level("auto_transfer_share", 0.16)));
    }

    private static void trade() {
        rule(
                "FX_GROWTH",
                Fixture.of(trade(60, 40).andThen(s -> s.expects("fx_amount", 106))),
                Fixture.of(trade(60, 40).andThen(s -> s.expects("fx_amount", 104))));
        rule(
                "FX_EXPANSION",
                Fixture.of(trade(6, 4).andThen(s -> s.expects("fx_amount", 10.4))),
                Fixture.of(trade(5, 4).andThen(s -> s.expects("fx_amount", 9.4))));
        rule(
                "FX_RISK",
                Fixture.of(trade(60, 40).andThen(s -> s.expects("fx_amount", 89))),
                Fixture.of(trade(60, 40).andThen(s -> s.expects("fx_amount", 91))));
        rule(
                "FX_DIGITAL_ONBOARD",
                Fixture.of(trade(6, 4).andThen(s -> s.level("digital_share", 0.39))),
                Fixture.of(trade(6, 4).andThen(s -> s.level("digital_share", 0.41))));
    }

    private static void regime() {
        rule("FX_HEDGE_CONSULT", Fixture.wild(trade(30, 20)), Fixture.calm(trade(30, 20)));
        rule("FX_MONITORING", Fixture.wild(trade(20, 20)), Fixture.wild(trade(30, 20)));
        rule(
                "FX_IMPORT_FINANCE",
                Fixture.rising(trade(5, 50).andThen(s -> s.level("limit_utilisation", 0.51))),
                Fixture.rising(trade(50, 5).andThen(s -> s.level("limit_utilisation", 0.51))));
        rule("FX_RATE_BENEFIT", Fixture.rising(trade(20, 20)), Fixture.calm(trade(20, 20)));
        rule("FX_SPLIT_STRATEGY", Fixture.rising(trade(10, 91)), Fixture.rising(trade(10, 89)));
        rule("FX_EXPORT_TIMING", Fixture.falling(trade(50, 5)), Fixture.falling(trade(5, 50)));
        rule("FX_TRADE_FINANCE", Fixture.falling(trade(50, 5)), Fixture.rising(trade(50, 5)));
        rule(
                "FX_INCENTIVE",
                Fixture.falling(trade(20, 20).andThen(s -> s.expects("fx_amount", 41))),
                Fixture.falling(trade(20, 20).andThen(s -> s.expects("fx_amount", 39))));
        rule("FX_REGULAR_SERVICE", Fixture.calm(trade(20, 20)), Fixture.of(trade(20, 20)));
        rule(
                "FX_URGENT_CONTACT",
                Fixture.rising(
                        trade(5, 50).andThen(s -> s.expects("fx_amount", 38).level("net_inflow", -5))),
                Fixture.rising(
                        trade(5, 50).andThen(s -> s.expects("fx_amount", 39).level("net_inflow", -5))));
    }

    @Test
    void hedgingAdviceAndUrgentContactFollowTheRiskScore() {
        Consumer<Scene.Segment> falling =
                trade(5, 50).andThen(s -> s.expects("fx_amount", 38).level("net_inflow", -5));

        assertTrue(found("FX_HEDGE_CONSULT", scene -> scene.rate(0.001, true).fxScores(10, 90), trade(30, 20)));
        assertFalse(found("FX_HEDGE_CONSULT", scene -> scene.rate(0.001, true).fxScores(10, 89), trade(30, 20)));
        assertFalse(found("FX_HEDGE_CONSULT", scene -> scene.rate(0.15, false), trade(30, 28)));
        assertTrue(found("FX_URGENT_CONTACT", scene -> scene.rate(0.05, true).fxScores(10, 70), falling));
        assertFalse(found("FX_URGENT_CONTACT", scene -> scene.rate(0.05, true).fxScores(90, 69), falling));
    }

    @Test
    void theIncentiveFollowsTheOpportunityScore() {
        Consumer<Scene.Segment> growing = trade(20, 20).andThen(s -> s.expects("fx_amount", 41));

        assertTrue(found("FX_INCENTIVE", scene -> scene.rate(-0.05, true).fxScores(65, 10), growing));
        assertFalse(found("FX_INCENTIVE", scene -> scene.rate(-0.05, true).fxScores(64, 99), growing));
    }

    @Test
    void whatIsWorthNoWordIsNoReason() {
        assertFalse(
                found("CREDIT_RISK", scene -> {}, s -> s.expects("loans", 331).level("net_inflow", -2.9)));
        assertFalse(found(
                "CREDIT_RISK",
                scene -> {},
                s -> s.level("loans", 9).expects("loans", 12).level("net_inflow", -5)));
        assertFalse(found("LOAN_OPP", scene -> {}, s -> s.level("loans", 9).expects("loans", 12)));
        assertFalse(
                found("CARD_DROP", scene -> {}, s -> s.level("card_spend", 0.9).expects("card_spend", 0.5)));
        assertFalse(found("FX_GROWTH", scene -> {}, trade(0.5, 0.4).andThen(s -> s.expects("fx_amount", 1.8))));
        assertFalse(found("FX_RISK", scene -> {}, trade(0.5, 0.4).andThen(s -> s.expects("fx_amount", 0.2))));
        assertFalse(found("FX_RATE_BENEFIT", scene -> scene.rate(0.05, true), trade(0.5, 0.4)));
        assertFalse(found("FX_REGULAR_SERVICE", scene -> scene.rate(0.001, true), trade(0.5, 0.4)));
    }

    private static boolean found(String type, Consumer<Scene> month, Consumer<Scene.Segment> segment) {
        return new Fixture(month, segment)
                .run().actions().stream().anyMatch(action -> action.type().equals(type));
    }

    static Stream<String> types() {
        return CASES.keySet().stream();
    }

    @Test
    void everyTypeHasItsFixtures() {
        List<String> types = Scene.SPEC.actions().catalog().rules().stream()
                .map(ActionRule::id)
                .toList();

        assertEquals(new TreeSet<>(types), new TreeSet<>(CASES.keySet()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void firesWhereItShould(String type) {
        ActionReport report = CASES.get(type).fires().run();

        RecommendedAction action = report.actions().stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type + " is not among "
                        + report.actions().stream().map(RecommendedAction::type).toList()));
        assertFalse(action.reason().ko().contains("–}"), action.reason().ko());
        assertFalse(action.reason().ko().contains("{"), action.reason().ko());
        assertFalse(report.silentRules().contains(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isSilentWhereItShould(String type) {
        ActionReport report = CASES.get(type).silent().run();

        assertTrue(report.actions().stream().noneMatch(action -> action.type().equals(type)));
        assertEquals(
                PolicyStage.APPLICABILITY, report.funnel().removedBy(0, type).orElseThrow());
        assertTrue(report.silentRules().contains(type));
    }

    @Test
    void aCriticalDropMakesTheDefenceUrgentAndIsNamedInTheAction() {
        Scene scene = new Scene();
        scene.segment().ends("deposits", 500, 500, 300).alert("deposits", AlertType.DROP, Severity.CRITICAL, 500);

        RecommendedAction defence = scene.recommend().actions().stream()
                .filter(action -> action.type().equals("DEPOSIT_DEFENSE"))
                .findFirst()
                .orElseThrow();

        assertEquals("CRITICAL", defence.priority().urgency().name());
        assertEquals(2.0, defence.priority().urgencyWeight());
        assertTrue(defence.alertId().orElseThrow().contains("deposits/DROP"));
        assertEquals(Scene.MONTH.atEndOfMonth().plusDays(3), defence.delivery().due());
        assertEquals(200, defence.worth().amountAtStake());
    }
}
