package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What tests know of the months before the engine's first past forecast. */
class OlderForecastsTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    /** First month of which the engine's forecast is left in these scenes. */
    private static final int ENGINE_FIRST = 14;

    private static final int SEGMENT = AlertScenes.PROVINCES + 2;

    /** A scene whose engine has forecast the last months only. */
    private static AlertContext scene(AlertScenes.Event event) {
        SegmentPanel panel = AlertScenes.panel(11, 0.05, event);
        AlertContext whole = AlertScenes.context(panel, AlertScenes.policy());
        YearMonth first = panel.months().at(ENGINE_FIRST);
        ForecastSet late = new ForecastSet(whole.past().tables().stream()
                .filter(table -> !table.origin().plusMonths(1).isBefore(first))
                .toList());
        return new AlertContext(panel, whole.hierarchy(), whole.kpis(), late, whole.published(), whole.policy());
    }

    private static LevelScores segments(AlertContext context, OlderForecasts older) {
        return LevelScores.all(context, older).stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
    }

    private static double[] segmentForecasts(AlertContext context, int month) {
        OlderForecasts older = OlderForecasts.of(context);
        return older.of(segments(context, older).view(), AlertScenes.DEPOSITS, month);
    }

    /** A segment that was restless until the engine's months, quiet since, and moves by a third now. */
    private static double restless(int industry, int province, int month, double value) {
        if (industry != 1 || province != 2) {
            return value;
        }
        boolean upheaval = month < ENGINE_FIRST && month % 3 == 0;
        return value * (month == REVIEW ? 1.35 : upheaval ? 1.7 : 1);
    }

    @Test
    void monthsOfTheEngineAreItsOwnAndThoseBeforeAreFilled() {
        AlertContext context = scene((i, p, m, value) -> value);
        Errors with =
                segments(context, OlderForecasts.of(context)).kpis().get(0).errors();
        Errors without = segments(context, OlderForecasts.NONE).kpis().get(0).errors();
        assertEquals(ENGINE_FIRST, without.firstMonth());
        assertEquals(6, with.firstMonth());
        for (int m = 6; m <= REVIEW; m++) {
            if (m >= ENGINE_FIRST) {
                assertEquals(without.error(SEGMENT, m), with.error(SEGMENT, m));
            } else {
                assertTrue(Math.abs(with.error(SEGMENT, m)) < 0.5, "error " + with.error(SEGMENT, m));
            }
        }
    }

    @Test
    void whatCameLaterIsNotKnown() {
        int changed = 10;
        double[] before = segmentForecasts(scene((i, p, m, value) -> value), changed);
        double[] then = segmentForecasts(scene((i, p, m, value) -> m >= changed ? 1.5 * value : value), changed);
        for (int s = 0; s < before.length; s++) {
            assertEquals(before[s], then[s], 0.002 * before[s]);
        }
        double[] next = segmentForecasts(scene((i, p, m, value) -> m >= changed ? 1.5 * value : value), changed + 1);
        assertTrue(next[SEGMENT] > 1.02 * before[SEGMENT], before[SEGMENT] + " then " + next[SEGMENT]);
    }

    @Test
    void aggregateIsTheSumOfItsSegments() {
        AlertContext context = scene((i, p, m, value) -> value);
        OlderForecasts older = OlderForecasts.of(context);
        double sum = 0;
        for (double segment : segmentForecasts(context, 9)) {
            sum += segment;
        }
        LevelView bank = LevelView.all(context.panel(), context.hierarchy()).stream()
                .filter(view -> view.id().equals(SegmentHierarchy.BANK))
                .findFirst()
                .orElseThrow();
        assertEquals(sum, older.of(bank, AlertScenes.DEPOSITS, 9)[0], 1e-6);
    }

    @Test
    void nothingIsOlderThanAPastThatBeginsWithThePanel() {
        AlertContext whole =
                AlertScenes.context(AlertScenes.panel(11, 0.05, (i, p, m, value) -> value), AlertScenes.policy());
        assertSame(OlderForecasts.NONE, OlderForecasts.of(whole));
    }

    @Test
    void moveOfASegmentThatWasRestlessBeforeTheEnginesMonthsIsLessOfASurprise() {
        AlertContext context = scene(OlderForecastsTest::restless);
        assertTrue(surprise(context, OlderForecasts.NONE) < 0.01, "without " + surprise(context, OlderForecasts.NONE));
        assertTrue(
                surprise(context, OlderForecasts.of(context)) > 0.05,
                "with " + surprise(context, OlderForecasts.of(context)));
    }

    private static double surprise(AlertContext context, OlderForecasts older) {
        return Findings.of(context, older).unusual().stream()
                .filter(finding -> finding.level().view().isSegment()
                        && !finding.isTurn()
                        && finding.node() == SEGMENT
                        && finding.kpi().equals("deposits"))
                .mapToDouble(Finding::surprise)
                .findFirst()
                .orElse(1);
    }
}
