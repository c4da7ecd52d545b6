package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.conformal.ErrorScale;
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

    @Test
    void aTornOffMonthWidensTheNextIntervalsAndDoesNotBlurTheYear() {
        double[] torn = scales(MadeUpPanel.torn(10));
        double[] usual = scales(MadeUpPanel.torn(1));
        int months = MadeUpPanel.torn(1).months();
        int widened = 0;
        for (int cell = 0; cell < torn.length; cell++) {
            double ratio = torn[cell] / usual[cell];
            if (ratio > 10) {
                widened++;
            }
            if (ratio > 10 && cell % months < months - 2) {
                double later = torn[cell + 2] / usual[cell + 2];
                assertTrue(later < ratio / 5, () -> "as large a change as " + ratio + " usual ones, later " + later);
            }
        }
        assertTrue(widened > 50, "widened " + widened);
    }

    /** Usual changes of all nodes, node × month. */
    private static double[] scales(MadeUpPanel panel) {
        SeriesBlock block = SeriesBlock.of(panel.panel(1), EnginePanels.HIERARCHY, panel.kpis());
        double[] values = block.values("amount");
        int months = block.months().count();
        GrowthSpace level = GrowthSpace.level(values, months, 1);
        ErrorScale scale = ErrorScale.of(block, values, level, months - 12);
        double[] segments = new double[panel.segments() * months];
        int start = block.start(block.levels().size() - 1) * months;
        for (int cell = 0; cell < segments.length; cell++) {
            segments[cell] = cell % months < months - 12 ? 1 : scale.at(start + cell);
        }
        return segments;
    }
}
