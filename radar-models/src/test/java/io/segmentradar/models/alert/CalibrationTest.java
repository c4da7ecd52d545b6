package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a score of the month under review is worth, and what its test counts for. */
class CalibrationTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    /** Size class of the segments of the scenes. */
    private static final int TEN_CUSTOMERS = 3;

    private static Calibration afterUpheavalsIn(int month) {
        AlertScenes.Event upheaval = (i, p, m, value) -> m == month && p < 2 ? 1.5 * value : value;
        AlertContext context = AlertScenes.context(AlertScenes.panel(7, 0.05, upheaval), AlertScenes.policy());
        return new Calibration(LevelScores.all(context, OlderForecasts.NONE), context.policy());
    }

    @Test
    void upheavalsOfLongAgoMakeAJumpMoreOfASurpriseThanThoseOfLate() {
        double longAgo = afterUpheavalsIn(6).move(3.5, TEN_CUSTOMERS, false);
        double ofLate = afterUpheavalsIn(REVIEW - 4).move(3.5, TEN_CUSTOMERS, false);
        assertTrue(longAgo < 0.6 * ofLate, longAgo + " after early upheavals, " + ofLate + " after late ones");
    }

    @Test
    void figureWhoseFloorIsManyErrorsAwayCountsForLessUnderARate() {
        AlertPolicy policy = new AlertPolicy(Map.of("deposits", 450.0, "net_inflow", 1e9), 0.05)
                .with(new FalseDiscoveryRate(0.1, Dependence.POSITIVE));
        AlertScenes.Event twoSizes = (i, p, m, value) -> {
            double ripple = 1 + 0.05 * Math.sin(i + 3.0 * p + 5.0 * m);
            double jump = m == REVIEW && p == 2 && (i == 1 || i == 8) ? 2.5 : 1;
            return ripple * jump * (i < 5 ? 500 : 4000);
        };
        Findings findings = Findings.of(AlertScenes.context(AlertScenes.panel(8, 0.05, twoSizes), policy));
        Finding small = jumpOf(findings, 1);
        Finding large = jumpOf(findings, 8);
        assertEquals(1, large.weight(), 1e-12);
        assertTrue(small.weight() < 0.3, "weight " + small.weight());
        Map<Finding, Double> falseShares =
                Selection.of(findings, policy.selection()).falseShares();
        for (Finding jump : List.of(small, large)) {
            assertEquals(falseShare(jump, findings), falseShares.get(jump), 1e-12);
        }
    }

    /** By definition: the lowest rate at which it is admitted, where jumps have 0.95 of it. */
    private static double falseShare(Finding finding, Findings findings) {
        double least = 1;
        for (Finding bar : findings.unusual()) {
            long admitted = findings.unusual().stream()
                    .filter(other -> weighted(other, findings) <= weighted(bar, findings))
                    .count();
            if (weighted(bar, findings) >= weighted(finding, findings)) {
                least = Math.min(least, weighted(bar, findings) / admitted);
            }
        }
        return least;
    }

    private static double weighted(Finding finding, Findings findings) {
        double mean = finding.isTurn()
                ? findings.turns().weight() / 0.05
                : findings.jumps().weight() / 0.95;
        return finding.surprise() / finding.weight() * mean;
    }

    private static Finding jumpOf(Findings findings, int industry) {
        return findings.unusual().stream()
                .filter(finding -> !finding.isTurn()
                        && finding.level().view().id().equals(SegmentHierarchy.SEGMENT)
                        && finding.level()
                                .view()
                                .nodes()
                                .id(finding.node())
                                .equals(AlertScenes.key(industry, 2).id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void weightsFallWithTheErrorsThatAreNeededAndNeverVanish() {
        assertEquals(1, PriorWeight.of(0), 0);
        assertEquals(1, PriorWeight.of(4), 0);
        assertEquals(Math.exp(-1), PriorWeight.of(6), 1e-12);
        assertEquals(0.05, PriorWeight.of(Double.POSITIVE_INFINITY), 0);
    }
}
