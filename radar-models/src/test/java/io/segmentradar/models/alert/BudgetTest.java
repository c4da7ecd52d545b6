package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.RelativeBudget;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final int SEGMENTS = AlertScenes.INDUSTRIES * AlertScenes.PROVINCES;

    /** Industries have ups and downs of their own, which their segments share, some more and some less. */
    private static final AlertScenes.Event SHARED =
            (i, p, m, value) -> value * Math.exp((0.03 + 0.01 * p) * Math.sin(37.0 * i + 11.0 * m * m));

    private static AlertContext month(long seed) {
        return AlertScenes.context(AlertScenes.panel(seed, 0.03, SHARED), AlertScenes.policy());
    }

    @Test
    void budgetThatFollowsTheSizeOfTheBankIsThatOfItsSegments() {
        Findings findings = Findings.of(month(1));
        assertEquals(SEGMENTS, findings.segments());
        assertEquals(new Budget(32), findings.settled(new RelativeBudget(40)));
        assertEquals(new Budget(RelativeBudget.LEAST), findings.settled(new RelativeBudget(1)));
        assertEquals(
                Selection.of(findings, new Budget(32)).raised(),
                Selection.of(findings, new RelativeBudget(40)).raised());
    }

    @Test
    void whatIsMoreUnusualThanTheLastAlertIsRaisedOrToldWithOneThatIs() {
        for (int seed = 1; seed <= 5; seed++) {
            Findings findings = Findings.of(month(seed));
            for (int budget = 1; budget <= 12; budget++) {
                Selection selection = Selection.of(findings, new Budget(budget));
                List<Finding> order = findings.unusual().stream()
                        .sorted(Comparator.comparingDouble(selection.falseShares()::get))
                        .toList();
                Set<Finding> told = new HashSet<>(selection.raised());
                told.addAll(selection.folds().keySet());
                int last = selection.raised().stream()
                        .limit(budget - budget / 5)
                        .mapToInt(order::indexOf)
                        .max()
                        .orElseThrow();
                assertTrue(
                        told.containsAll(order.subList(0, last)),
                        "seed " + seed + ", budget " + budget + ": an unusual figure is lost");
                assertTrue(selection.raised().size() <= budget);
            }
        }
    }

    @Test
    void segmentWithMostToLoseIsRaisedOrToldThoughOthersAreMoreUnusual() {
        int byMoney = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Findings findings = Findings.of(month(seed));
            Selection selection = Selection.of(findings, new Budget(5));
            Finding costliest = findings.unusual().stream()
                    .filter(finding -> finding.level().view().isSegment())
                    .max(Comparator.comparingDouble(
                            finding -> (1 - selection.falseShares().get(finding)) * finding.impact()))
                    .orElseThrow();
            assertTrue(
                    selection.raised().contains(costliest) || selection.folds().containsKey(costliest), "seed " + seed);
            byMoney += selection.raised().indexOf(costliest) == 4 ? 1 : 0;
        }
        assertTrue(byMoney > 0, "never did money decide");
    }
}
