package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.Guardrail;
import org.junit.jupiter.api.Test;

/** Months that the calendar sets apart: holidays that move from month to month, ends of a quarter. */
class CalendarWarningsTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    private static final AlertSelection RATE = new AlertSelection.FalseDiscoveryRate(0.1, Dependence.POSITIVE);

    @Test
    void seollalThatMovesBetweenJanuaryAndFebruaryRaisesNothing() {
        int january = 12;
        AlertScenes.Event quiet = (i, p, m, value) -> value;
        AlertScenes.Event seollal = (i, p, m, value) -> m == 1 || m == january ? value * 0.9 : value;
        long raised = 0;
        long usual = 0;
        long without = 0;
        for (int seed = 0; seed < 20; seed++) {
            for (int month = january; month <= january + 1; month++) {
                AlertReport report = holiday(seed, "korea", seollal, month);
                raised += jumps(report);
                assertTrue(report.raised().stream()
                        .allMatch(alert -> alert.standing().remarks().contains(Guardrail.SEOLLAL)));
                usual += jumps(holiday(seed, "korea", quiet, month));
                without += seed < 3 ? jumps(holiday(seed, "none", seollal, month)) : 0;
            }
        }
        // Turns are admitted two at a time: one pair more among forty months is chance.
        assertTrue(raised <= usual + 2, raised + " alerts with Seollal, " + usual + " without");
        assertTrue(without >= 10, "not knowing the calendar raises only " + without);
    }

    private static AlertReport holiday(int seed, String calendar, AlertScenes.Event event, int month) {
        AlertContext all = AlertScenes.turnover(
                AlertScenes.panel(seed, 0.05, event), AlertScenes.policy().with(RATE), calendar);
        return new EarlyWarnings().evaluate(all.monthsAgo(REVIEW - month));
    }

    private static long jumps(AlertReport report) {
        return report.raised().stream()
                .filter(alert -> alert.kpi().equals("deposits"))
                .count();
    }

    @Test
    void whatOnlyTheCalendarExplainsIsKeptWithItsLabel() {
        AlertScenes.Event seollal = (i, p, m, value) -> m == 12 ? value * 0.85 : value;
        AlertReport report = holiday(3, "korea", seollal, 12);
        assertTrue(report.suppressed().stream().anyMatch(held -> held.guardrail() == Guardrail.CALENDAR));
    }

    @Test
    void endOfAQuarterIsRemarkedOn() {
        AlertScenes.Event drop = (i, p, m, value) -> i == 4 && p == 2 && m == REVIEW ? value * 0.5 : value;
        AlertReport report = new EarlyWarnings()
                .evaluate(AlertScenes.context(
                        AlertScenes.panel(1, 0.05, drop), AlertScenes.policy().with(RATE)));
        assertTrue(report.raised().stream()
                .filter(alert -> alert.segment().equals(AlertScenes.key(4, 2).id()))
                .anyMatch(alert -> alert.standing().remarks().contains(Guardrail.QUARTER_END)));
    }
}
