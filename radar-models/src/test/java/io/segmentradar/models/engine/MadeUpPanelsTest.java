package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;
import org.junit.jupiter.api.Test;

class MadeUpPanelsTest {
    private static ForecastOutcome forecast(MadeUpPanel panel) {
        return EnginePanels.QUICK.forecast(
                new ForecastTask(panel.panel(1), EnginePanels.HIERARCHY, panel.kpis(), "none", List.of(), 42, 2));
    }

    private static MadeUpPanel named(String name) {
        return MadeUpPanel.all().stream()
                .filter(panel -> panel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<AccuracyReport.Row> published(ForecastOutcome outcome) {
        return outcome.accuracy().rows().stream()
                .filter(row -> row.model().equals(AccuracyReport.PUBLISHED)
                        && row.level().equals(SegmentHierarchy.SEGMENT)
                        && row.sizeClass().equals(AccuracyReport.ALL_SIZES))
                .toList();
    }

    @Test
    void forecastsOfAnyPanelAddUpAndStayInTheirBounds() {
        for (String name : List.of("all zero", "constant", "2 segments", "10 segments")) {
            MadeUpPanel panel = named(name);
            try (ForecastOutcome outcome = forecast(panel)) {
                for (var level : EnginePanels.HIERARCHY.levels()) {
                    for (Forecast forecast : outcome.published().forecasts(level.id())) {
                        double lower = forecast.interval90().lower();
                        assertTrue(Double.isFinite(forecast.point()), () -> name + ": " + forecast);
                        assertTrue(forecast.point() >= 0 && lower >= 0, () -> name + ": " + forecast);
                    }
                }
                outcome.accuracy()
                        .adjustments()
                        .forEach(level -> assertEquals(0, level.coherenceError(), 1e-9, () -> name + ": " + level));
            }
        }
    }

    @Test
    void theFirstForecastsOfAShortPanelHaveIntervalsBeforeAnyErrorIsKnown() {
        try (ForecastOutcome outcome = forecast(named("15 months"))) {
            for (AccuracyReport.Row row : published(outcome)) {
                assertEquals(0.9, row.coverage90(), 0.05, row::toString);
            }
        }
    }
}
