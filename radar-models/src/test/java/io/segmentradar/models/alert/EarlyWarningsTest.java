package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Watchlist;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlyWarningsTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    private static final AlertSelection RATE = new AlertSelection.FalseDiscoveryRate(0.1, Dependence.POSITIVE);

    private static AlertReport report(long seed, AlertPolicy policy, AlertScenes.Event event) {
        return new EarlyWarnings().evaluate(AlertScenes.context(AlertScenes.panel(seed, 0.05, event), policy));
    }

    private static List<Alert> alerts(long seed, AlertPolicy policy, AlertScenes.Event event) {
        return report(seed, policy, event).raised();
    }

    private static Optional<Alert> about(List<Alert> alerts, int industry, int province) {
        return alerts.stream()
                .filter(alert -> alert.segment()
                                .equals(AlertScenes.key(industry, province).id())
                        && alert.kpi().equals("deposits"))
                .findFirst();
    }

    private static AlertScenes.Event jump(double factor) {
        return (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW ? value * factor : value;
    }

    @Test
    void plantedJumpsAreFoundInEitherDirection() {
        AlertPolicy policy = AlertScenes.policy().with(RATE);
        Alert drop = about(alerts(1, policy, jump(0.5)), 4, 2).orElseThrow();
        Alert spike = about(alerts(1, policy, jump(2)), 4, 2).orElseThrow();
        assertEquals(AlertType.DROP, drop.type());
        assertEquals(AlertType.SPIKE, spike.type());
        assertTrue(drop.standing().falseShare() <= 0.1);
        assertEquals(Math.abs(drop.residual()), drop.impact(), 1e-9);
    }

    @Test
    void quietBanksRarelyRaiseAlertsAtAStatedRate() {
        AlertPolicy policy = AlertScenes.policy().with(RATE);
        int banks = 100;
        int speaking = 0;
        for (int seed = 0; seed < banks; seed++) {
            speaking += alerts(seed, policy, (i, p, m, value) -> value).isEmpty() ? 0 : 1;
        }
        double bound = 0.1 + 2 * Math.sqrt(0.1 * 0.9 / banks);
        assertTrue(speaking <= bound * banks, speaking + " of " + banks + " quiet banks raised an alert");
    }

    @Test
    void budgetIsKeptAndEachAlertSaysItsShareOfNoise() {
        AlertPolicy policy = AlertScenes.policy().with(new AlertSelection.Budget(7));
        List<Alert> alerts = alerts(3, policy, jump(0.5));
        long standing =
                alerts.stream().filter(alert -> !alert.standing().isFolded()).count();
        assertTrue(standing <= 7 && standing > 0, standing + " alerts");
        assertTrue(about(alerts, 4, 2).isPresent());
        assertTrue(alerts.stream().anyMatch(alert -> alert.standing().falseShare() > 0.5));
    }

    @Test
    void nothingBelowTheFloorIsRaised() {
        AlertPolicy policy =
                new AlertPolicy(Map.of("deposits", 1e9, "net_inflow", 1e9), 0.05).with(new AlertSelection.Budget(50));
        assertTrue(alerts(4, policy, jump(0.1)).isEmpty());
    }

    @Test
    void upheavalsThatAreTooSmallToBeRaisedDoNotHideAJumpThatMatters() {
        AlertPolicy policy = new AlertPolicy(Map.of("deposits", 400.0, "net_inflow", 1e9), 0.05).with(RATE);
        AlertScenes.Event restlessSmallFigures = (i, p, m, value) -> {
            double ripple = 1 + 0.02 * Math.sin(i + 3.0 * p + 5.0 * m);
            boolean upheaval = (31 * i + 17 * p + 7 * m) % 23 == 0;
            boolean small = i < 5;
            double large = m == REVIEW && i == 7 && p == 2 ? 3000 : 4000;
            return ripple * (small ? upheaval ? 300 : 500 : large);
        };
        Alert drop = about(alerts(18, policy, restlessSmallFigures), 7, 2).orElseThrow();
        assertEquals(AlertType.DROP, drop.type());
        assertTrue(
                drop.standing().falseShare() < 0.05,
                "expected share of noise " + drop.standing().falseShare());
    }

    @Test
    void turnedTrendIsFoundWithoutAJump() {
        AlertScenes.Event turn =
                (i, p, m, value) -> i == 4 && p == 2 ? value * Math.exp(-0.06 * Math.max(0, m - (REVIEW - 4))) : value;
        int found = 0;
        for (int seed = 0; seed < 20; seed++) {
            found += about(alerts(seed, AlertScenes.policy(), turn), 4, 2).isPresent() ? 1 : 0;
        }
        assertTrue(found >= 14, "found " + found + " of 20");
    }

    @Test
    void trendsThatTurnInManySegmentsAreFoundAtTheRateThatJumpsHaveLeft() {
        AlertScenes.Event turns = (i, p, m, value) -> (i + p) % 10 == 0
                ? value * Math.exp((i % 2 == 0 ? -0.07 : 0.07) * Math.max(0, m - (REVIEW - 4)))
                : value;
        int found = 0;
        int banks = 5;
        for (int seed = 0; seed < banks; seed++) {
            List<Alert> alerts = alerts(seed, AlertScenes.policy().with(RATE), turns);
            for (int i = 0; i < AlertScenes.INDUSTRIES; i++) {
                for (int p = 0; p < AlertScenes.PROVINCES; p++) {
                    found += (i + p) % 10 == 0 && about(alerts, i, p).isPresent() ? 1 : 0;
                }
            }
        }
        int planted = banks * AlertScenes.PROVINCES;
        assertTrue(found >= 0.6 * planted, "found " + found + " of " + planted);
    }

    @Test
    void trendThatTurnsInAWholeIndustryIsTheIndustrys() {
        AlertScenes.Event turn =
                (i, p, m, value) -> i == 4 ? value * Math.exp(-0.06 * Math.max(0, m - (REVIEW - 4))) : value;
        int told = 0;
        for (int seed = 0; seed < 5; seed++) {
            List<Alert> alerts = alerts(seed, AlertScenes.policy(), turn);
            told += alerts.stream()
                            .anyMatch(alert -> alert.level().equals("industry")
                                    && alert.type() == AlertType.INFLECTION
                                    && alert.segment().value().startsWith("industry4"))
                    ? 1
                    : 0;
        }
        assertEquals(5, told);
    }

    @Test
    void shockOfAnIndustryIsOneAlertWithItsChildrenFolded() {
        AlertScenes.Event shock = (i, p, m, value) -> i == 4 && m == REVIEW ? value * 0.7 : value;
        for (AlertSelection selection : List.of(RATE, new AlertSelection.Budget(50))) {
            List<Alert> alerts = alerts(8, AlertScenes.policy().with(selection), shock);
            Alert parent = alerts.stream()
                    .filter(alert ->
                            alert.level().equals("industry") && !alert.type().looksAhead())
                    .findFirst()
                    .orElseThrow();
            assertEquals(AlertType.DROP, parent.type());
            List<Alert> children = alerts.stream()
                    .filter(alert -> alert.standing().parentId().equals(parent.id()))
                    .toList();
            assertTrue(children.size() >= AlertScenes.PROVINCES - 2, children.size() + " children");
            assertTrue(children.stream().allMatch(child -> child.standing().shareExplained() > 0.5));
            long others = alerts.stream()
                    .filter(alert -> alert.segment().value().startsWith("industry4|")
                            && alert.kpi().equals("deposits")
                            && alert.type() == AlertType.DROP
                            && !alert.standing().isFolded())
                    .count();
            assertEquals(1, others, "alerts of the industry that stand for themselves");
        }
    }

    @Test
    void fallOfOneSegmentIsRaisedThereAndNotAboveIt() {
        AlertScenes.Event fall = (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW ? value * 0.2 : value;
        List<Alert> standing = alerts(9, AlertScenes.policy().with(RATE), fall).stream()
                .filter(alert -> !alert.standing().isFolded())
                .toList();
        assertEquals(
                List.of(AlertScenes.key(4, 2).id()),
                standing.stream().map(Alert::segment).toList());
    }

    @Test
    void childThatMovesBeyondItsParentStandsForItself() {
        AlertScenes.Event shock = (i, p, m, value) -> i == 4 && m == REVIEW ? value * (p == 2 ? 0.15 : 0.7) : value;
        List<Alert> alerts = alerts(10, AlertScenes.policy().with(RATE), shock);
        assertTrue(!about(alerts, 4, 2).orElseThrow().standing().isFolded());
    }

    @Test
    void jumpThatLastsIsToldOnceWithItsAge() {
        AlertScenes.Event lasting = (i, p, m, value) -> i == 4 && p == 2 && m >= REVIEW - 1 ? value * 0.5 : value;
        Alert shift = about(alerts(12, AlertScenes.policy().with(RATE), lasting), 4, 2)
                .orElseThrow();
        assertEquals(1, shift.ageMonths());
        assertTrue(shift.type() == AlertType.LEVEL_SHIFT || shift.type() == AlertType.DROP, shift.type() + "");
        assertTrue(shift.standing().worstImpact() >= shift.impact());
    }

    @Test
    void jumpThatIsOverIsClosed() {
        AlertScenes.Event passing = (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW - 1 ? value * 0.5 : value;
        AlertReport report = report(13, AlertScenes.policy().with(RATE), passing);
        assertTrue(report.closed().stream()
                .anyMatch(closed ->
                        closed.alert().segment().equals(AlertScenes.key(4, 2).id())));
    }

    @Test
    void figureThatIsExpectedToFallIsAnnouncedWithItsProbability() {
        AlertScenes.Event peak = (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW ? value * 1.3 : value;
        AlertPolicy onlyAhead =
                new AlertPolicy(Map.of("net_inflow", 1e9), 0.05, RATE, 1, 0.03, 0.5, Watchlist.Limits.USUAL);
        List<Alert> ahead = alerts(14, onlyAhead, peak).stream()
                .filter(alert -> alert.type().looksAhead())
                .toList();
        assertTrue(ahead.stream().allMatch(alert -> alert.standing().probability() >= 0.5));
        assertTrue(ahead.stream().allMatch(alert -> alert.type() == AlertType.FORECAST_DROP == alert.residual() > 0));
        assertTrue(!ahead.isEmpty());
    }

    @Test
    void oppositeJumpsOfSiblingsAreCustomersMovedNotNews() {
        AlertScenes.Event move = (i, p, m, value) -> {
            double steady = 1000 * (1 + 0.02 * ((m * 7 + p) % 5 - 2));
            boolean sibling = i == 4 && (p == 2 || p == 3);
            return !sibling ? value : m < REVIEW ? steady : p == 2 ? steady - 500 : steady + 500;
        };
        AlertReport report = report(15, AlertScenes.policy().with(RATE), move);
        assertTrue(about(report.raised(), 4, 2).isEmpty());
        assertEquals(
                2,
                report.suppressed().stream()
                        .filter(held -> held.guardrail() == Guardrail.CUSTOMERS_MOVED)
                        .count());
    }

    @Test
    void shiftOfTheWholeBankIsADefectOfTheInput() {
        AlertReport report =
                report(16, AlertScenes.policy().with(RATE), (i, p, m, value) -> m == REVIEW ? value / 1000 : value);
        assertTrue(report.raised().stream()
                .filter(alert -> alert.kpi().equals("deposits"))
                .filter(alert -> !alert.type().looksAhead())
                .allMatch(alert -> alert.level().equals("bank")));
        assertTrue(report.suppressed().stream().anyMatch(held -> held.guardrail() == Guardrail.DATA_DEFECT));
    }

    @Test
    void watchlistGoesByExpectedLossWithinItsLimits() {
        AlertScenes.Event shock =
                (i, p, m, value) -> m == REVIEW && (i == 4 || p == 1 && i < 4) ? value * (0.3 + 0.08 * p) : value;
        AlertPolicy policy = new AlertPolicy(
                Map.of("deposits", 10.0, "net_inflow", 10.0), 0.05, RATE, 1, 0.2, 0.5, new Watchlist.Limits(4, 1, 4));
        AlertReport report = report(17, policy, shock);
        List<Watchlist.Entry> entries = report.watchlist().entries();
        long standing = report.raised().stream()
                .filter(alert -> !alert.standing().isFolded())
                .count();
        assertEquals(Math.min(4, standing), entries.size());
        for (int i = 0; i < entries.size(); i++) {
            assertEquals(i + 1, entries.get(i).rank());
            assertEquals(entries.get(i).alert().expectedLoss(), entries.get(i).expectedLoss());
        }
        assertTrue(entries.stream()
                .filter(e -> !e.displaced().isEmpty())
                .allMatch(e -> report.raised().stream()
                        .anyMatch(alert ->
                                alert.id().equals(e.displaced()) && alert.expectedLoss() >= e.expectedLoss())));
    }

    @Test
    void aTotalLossIsCritical() {
        Alert loss = about(alerts(5, AlertScenes.policy(), jump(0.001)), 4, 2).orElseThrow();
        assertEquals(Severity.CRITICAL, loss.severity());
    }

    @Test
    void whatIsLikelyNoiseIsNotRaisedAsCritical() {
        AlertScenes.Event lasting = (i, p, m, value) -> p == 2 && m >= REVIEW - 1 ? value * (0.7 + 0.04 * i) : value;
        for (Alert alert : alerts(21, AlertScenes.policy(), lasting)) {
            boolean doubtful = alert.standing().falseShare() > 0.2;
            assertTrue(!doubtful || alert.severity() != Severity.CRITICAL, alert.toString());
        }
    }

    @Test
    void segmentWhoseActivityStopsIsDormantAndToldOnce() {
        List<Alert> alerts = alerts(22, AlertScenes.policy().with(RATE), jump(0));
        Alert dormant = about(alerts, 4, 2).orElseThrow();
        assertEquals(AlertType.DORMANCY, dormant.type());
        assertEquals(Severity.CRITICAL, dormant.severity());
    }

    @Test
    void jumpThatIsStillOutsideItsOldIntervalIsALevelShift() {
        AlertScenes.Event lasting = (i, p, m, value) -> i == 4 && p == 2 && m >= REVIEW - 2 ? value * 0.5 : value;
        Alert shift = about(alerts(23, AlertScenes.policy().with(RATE), lasting), 4, 2)
                .orElseThrow();
        assertEquals(AlertType.LEVEL_SHIFT, shift.type());
        assertEquals(2, shift.ageMonths());
    }

    @Test
    void figureThatIsExpectedToRiseIsAnnounced() {
        AlertScenes.Event trough = (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW ? value * 0.75 : value;
        AlertPolicy onlyAhead =
                new AlertPolicy(Map.of("net_inflow", 1e9), 0.05, RATE, 1, 0.03, 0.5, Watchlist.Limits.USUAL);
        assertTrue(alerts(24, onlyAhead, trough).stream()
                .anyMatch(alert -> alert.type() == AlertType.FORECAST_RISE && alert.expected() > alert.actual()));
    }

    private static boolean isHeldBack(AlertReport report, Guardrail guardrail) {
        return report.suppressed().stream()
                .anyMatch(held -> held.guardrail() == guardrail
                        && held.alert().segment().equals(AlertScenes.key(4, 2).id()));
    }

    @Test
    void jumpOfAFewCustomersIsKeptWithItsLabelAndNotRaised() {
        AlertPolicy large = new AlertPolicy(
                Map.of("deposits", 10.0, "net_inflow", 10.0), 0.05, RATE, 11, 0.2, 0.5, Watchlist.Limits.USUAL);
        AlertReport report = report(25, large, jump(0.3));
        assertTrue(about(report.raised(), 4, 2).isEmpty());
        assertTrue(isHeldBack(report, Guardrail.SMALL_CELL));
    }

    @Test
    void jumpOfAYoungSegmentIsKeptWithItsLabelAndNotRaised() {
        AlertScenes.Event young = (i, p, m, value) ->
                i != 4 || p != 2 ? value : m < REVIEW - 7 ? Double.NaN : m == REVIEW ? value * 0.05 : value;
        AlertReport report = report(26, AlertScenes.policy().with(RATE), young);
        assertTrue(about(report.raised(), 4, 2).isEmpty());
        assertTrue(isHeldBack(report, Guardrail.COLD_START));
    }

    @Test
    void sameInputGivesTheSameAlerts() {
        assertEquals(alerts(6, AlertScenes.policy(), jump(0.5)), alerts(6, AlertScenes.policy(), jump(0.5)));
    }
}
