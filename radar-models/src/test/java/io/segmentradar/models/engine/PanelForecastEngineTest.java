package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.NotEnoughHistoryException;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.models.growth.GrowthSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PanelForecastEngineTest {
    private static ForecastOutcome forecast(SegmentPanel panel, int threads) {
        return EnginePanels.QUICK.forecast(EnginePanels.task(panel, threads));
    }

    private static void assertSame(List<Forecast> one, List<Forecast> two, double factor, double tolerance) {
        assertEquals(one.size(), two.size());
        for (int i = 0; i < one.size(); i++) {
            Forecast a = one.get(i);
            Forecast b = two.get(i);
            double size = Math.abs(b.point()) + b.interval90().width();
            assertEquals(a.segment(), b.segment());
            assertEquals(factor * a.point(), b.point(), tolerance * size, a::toString);
            assertEquals(factor * a.interval90().lower(), b.interval90().lower(), tolerance * size, a::toString);
            assertEquals(factor * a.interval90().upper(), b.interval90().upper(), tolerance * size, a::toString);
        }
    }

    @Test
    void everyLivingNodeOfEveryLevelHasADistributionAndTheBackTestCoversIt() {
        SegmentPanel panel = EnginePanels.panel(60, 36, 1, 1);
        try (ForecastOutcome outcome = EnginePanels.QUICK.forecast(EnginePanels.task(panel, 2))) {
            for (var level : EnginePanels.HIERARCHY.levels()) {
                for (var kpi : EnginePanels.KPIS.kpis()) {
                    for (Horizon horizon : Horizon.ALL) {
                        var table = outcome.published()
                                .table(level.id(), kpi.id(), panel.months().last(), horizon)
                                .orElseThrow();
                        for (int node = 0; node < table.nodes().size(); node++) {
                            assertTrue(table.has(node));
                            assertTrue(kpi.kind().isSigned() || table.quantile(node, 0) >= 0);
                        }
                    }
                }
            }
            var row = outcome.accuracy().rows().stream()
                    .filter(r -> r.model().equals(AccuracyReport.PUBLISHED)
                            && r.level().equals(SegmentHierarchy.SEGMENT)
                            && r.sizeClass().equals(AccuracyReport.ALL_SIZES)
                            && r.kpi().equals("balance")
                            && r.horizon() == 1)
                    .findFirst()
                    .orElseThrow();
            assertEquals(12 * 60, row.n());
            assertTrue(row.skill() > 0, "a noisy level is forecast better than by its last value: " + row);
            assertEquals(0.9, row.coverage90(), 0.05);
        }
    }

    @Test
    void threadsDoNotChangeAnything() {
        SegmentPanel panel = EnginePanels.panel(40, 30, 1, 1);
        try (ForecastOutcome one = forecast(panel, 1);
                ForecastOutcome three = forecast(panel, 3)) {
            assertEquals(
                    one.published().forecasts(SegmentHierarchy.SEGMENT),
                    three.published().forecasts(SegmentHierarchy.SEGMENT));
            assertEquals(one.accuracy(), three.accuracy());
        }
    }

    @Test
    void scalingAKpiScalesItsForecastsAndIntervals() {
        try (ForecastOutcome one = forecast(EnginePanels.panel(40, 30, 1, 1), 2);
                ForecastOutcome thousand = forecast(EnginePanels.panel(40, 30, 1024, 1), 2)) {
            assertSame(
                    one.published().forecasts(SegmentHierarchy.SEGMENT),
                    thousand.published().forecasts(SegmentHierarchy.SEGMENT),
                    1024,
                    1e-6);
        }
    }

    @Test
    void aConstantSeriesIsForecastExactlyWithZeroWidth() {
        SegmentPanel panel = EnginePanels.panel(40, 30, 1, 1);
        var constant = SegmentKey.of("i0", "p0").id();
        try (ForecastOutcome outcome = forecast(panel, 2)) {
            for (Horizon horizon : Horizon.ALL) {
                Forecast forecast = outcome.published()
                        .find(
                                SegmentHierarchy.SEGMENT,
                                constant,
                                "balance",
                                panel.months().last(),
                                horizon)
                        .orElseThrow();
                assertEquals(500, forecast.point());
                assertEquals(0, forecast.interval90().width());
            }
        }
    }

    @Test
    void theFutureNeverLeaksIntoAnEarlierOrigin() {
        int months = 30;
        SegmentPanel one = EnginePanels.panel(40, months, 1, 1);
        SegmentPanel two = EnginePanels.panel(40, months, 1, 2);
        var origin = one.months().at(months - EnginePanels.CHANGED_MONTHS - 1);
        boolean differs = false;
        try (ForecastOutcome a = forecast(one, 2);
                ForecastOutcome b = forecast(two, 2)) {
            for (Horizon horizon : Horizon.ALL) {
                for (String kpi : EnginePanels.KPIS.ids()) {
                    var left = a.past()
                            .table(SegmentHierarchy.SEGMENT, kpi, origin, horizon)
                            .orElseThrow();
                    var right = b.past()
                            .table(SegmentHierarchy.SEGMENT, kpi, origin, horizon)
                            .orElseThrow();
                    for (int node = 0; node < left.nodes().size(); node++) {
                        assertEquals(left.forecast(node), right.forecast(node));
                    }
                }
            }
            differs = !a.published()
                    .forecasts(SegmentHierarchy.SEGMENT)
                    .equals(b.published().forecasts(SegmentHierarchy.SEGMENT));
        }
        assertTrue(differs, "the two futures must differ, or this test shows nothing");
    }

    @Test
    void contributionsAddUpToTheChange() {
        SegmentPanel panel = EnginePanels.panel(40, 30, 1, 1);
        try (ForecastOutcome outcome = forecast(panel, 2)) {
            var request = new ForecastExplainer.Request(
                    SegmentHierarchy.SEGMENT,
                    SegmentKey.of("i1", "p0").id(),
                    "balance",
                    panel.months().at(panel.months().count() - 2),
                    Horizon.ONE);
            var explanation = outcome.explainer().explain(List.of(request)).get(0);
            double sum = explanation.contributions().stream()
                    .mapToDouble(ForecastExplainer.Contribution::money)
                    .sum();
            assertFalse(explanation.contributions().isEmpty());
            assertEquals(
                    explanation.forecast() - explanation.lastValue(), sum, 1e-6 * Math.abs(explanation.forecast()));
        }
    }

    @Test
    void refusesAPanelThatIsTooShort() {
        assertThrows(NotEnoughHistoryException.class, () -> forecast(EnginePanels.panel(10, 11, 1, 1), 1));
    }

    @Test
    void theOrderOfTheSegmentsDoesNotMatter() {
        SegmentPanel panel = EnginePanels.panel(40, 30, 1, 1);
        List<SegmentKey> shuffled = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            shuffled.add(panel.index().key(s));
        }
        Collections.shuffle(shuffled, new Random(7));
        try (ForecastOutcome one = forecast(panel, 2);
                ForecastOutcome two = forecast(EnginePanels.with(panel, shuffled, 0), 2)) {
            for (var level : EnginePanels.HIERARCHY.levels()) {
                assertEquals(
                        Set.copyOf(one.published().forecasts(level.id())),
                        Set.copyOf(two.published().forecasts(level.id())));
            }
        }
    }

    @Test
    void anUnrelatedSegmentBarelyMovesTheOthers() {
        SegmentPanel panel = EnginePanels.panel(40, 24, 1, 1);
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            keys.add(panel.index().key(s));
        }
        keys.add(SegmentKey.of("elsewhere", "nowhere"));
        PanelForecastEngine engine = new PanelForecastEngine(
                List.of(), (cells, seed) -> new GrowthSettings(20, 7, 0.2, 0.5, 4, 6_000, seed));
        try (ForecastOutcome one = engine.forecast(EnginePanels.task(panel, 2));
                ForecastOutcome more = engine.forecast(EnginePanels.task(EnginePanels.with(panel, keys, 300), 2))) {
            List<Double> moves = new ArrayList<>();
            for (Forecast before : one.published().forecasts(SegmentHierarchy.SEGMENT)) {
                Forecast after = more.published()
                        .find(before.level(), before.segment(), before.kpi(), before.origin(), before.horizon())
                        .orElseThrow();
                double width = before.interval90().width();
                if (width > 0) {
                    moves.add(Math.abs(after.point() - before.point()) / width);
                }
            }
            Collections.sort(moves);
            assertTrue(moves.get(moves.size() / 2) < 0.03, () -> "median move " + moves.get(moves.size() / 2));
            assertTrue(moves.get(moves.size() - 1) < 0.3, () -> "largest move " + moves.get(moves.size() - 1));
        }
    }
}
