package io.segmentradar.models.combine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.NotEnoughHistoryException;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class FitScheduleTest {
    private static FitSchedule of(int months, BacktestPlan plan) {
        return FitSchedule.of(new MonthAxis(YearMonth.of(2020, 1), months), plan);
    }

    @Test
    void threeYearsAreTrainedEveryHalfYearAndMeasuredOverTheLast() {
        FitSchedule schedule = of(36, BacktestPlan.STANDARD);
        assertEquals(new FitSchedule(List.of(5, 11, 17, 23, 29, 35), 23, 1, 35), schedule);
        assertEquals(12, schedule.evaluatedOrigins());
        assertEquals(3, schedule.fitOf(28));
        assertEquals(28, schedule.lastOriginOf(3));
    }

    @Test
    void trainedOnceTheModelsOfTheBackTestAreAsOldAsItIsLong() {
        FitSchedule schedule = of(60, new BacktestPlan(12, 1, 0));
        assertEquals(List.of(11, 23, 35, 47, 59), schedule.fits());
        assertEquals(47, schedule.firstEvaluated());
        assertEquals(3, schedule.fitOf(58));
    }

    @Test
    void stepsCountBackFromTheLastMonth() {
        FitSchedule schedule = of(60, new BacktestPlan(4, 3, 6));
        assertEquals(47, schedule.firstEvaluated());
        assertEquals(4, schedule.evaluatedOrigins());
    }

    @Test
    void aShortPanelMeasuresWhatItCan() {
        assertEquals(6, of(12, BacktestPlan.STANDARD).evaluatedOrigins());
        assertTrue(of(20, new BacktestPlan(4, 6, 6)).evaluatedOrigins() < 4);
        assertThrows(NotEnoughHistoryException.class, () -> of(11, BacktestPlan.STANDARD));
    }

    @Test
    void everyMonthIsAPossibleTraining() {
        FitSchedule schedule = of(36, new BacktestPlan(12, 1, 1));
        assertEquals(22, schedule.firstOrigin());
        assertEquals(23, schedule.firstEvaluated());
        assertEquals(14, schedule.fits().size());
    }
}
