package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.FittedForecaster;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Forecaster;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnForecastersTest {
    private static final SegmentPanel PANEL = EnginePanels.panel(20, 24, 1, 1);
    private static final KpiCatalog KPIS = new KpiCatalog(List.of(EnginePanels.KPIS.kpi("balance")), List.of());

    private interface Rule {
        double[] forecast(SegmentPanel history, Horizon horizon);
    }

    private static Forecaster named(String name, Rule rule) {
        return new Forecaster() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public FittedForecaster fit(SegmentPanel history, Kpi kpi, Horizon horizon) {
                return later -> rule.forecast(later, horizon);
            }
        };
    }

    private static ForecastOutcome with(Forecaster... own) {
        ForecastTask task = new ForecastTask(PANEL, EnginePanels.HIERARCHY, KPIS, "none", List.of(), 42, 2)
                .with(ForecastOptions.STANDARD.with(List.of(own)));
        return EnginePanels.QUICK.forecast(task);
    }

    /** Knows the truth, which no method of the engine does. */
    private static double[] oracle(SegmentPanel history, Horizon horizon) {
        int target = history.months().count() - 1 + horizon.months();
        double[] points = new double[history.segments()];
        Arrays.fill(points, Double.NaN);
        boolean segments = history.index().equals(PANEL.index());
        if (segments && target < PANEL.months().count()) {
            for (int s = 0; s < points.length; s++) {
                points[s] = PANEL.column("balance").orNaN(s, target);
            }
        }
        return points;
    }

    @Test
    void aMethodThatIsRightTakesPartInTheCombinationAndIsMeasured() {
        List<Integer> lengths = Collections.synchronizedList(new ArrayList<>());
        Forecaster oracle = named("oracle", (history, horizon) -> {
            lengths.add(history.months().count());
            return oracle(history, horizon);
        });
        try (ForecastOutcome plain = with();
                ForecastOutcome helped = with(oracle)) {
            assertTrue(wape(helped, "published") < 0.8 * wape(plain, "published"), "the right answer was offered");
            assertEquals(0, wape(helped, "oracle"), 1e-9);
        }
        assertEquals(24, Collections.max(lengths));
    }

    private static double wape(ForecastOutcome outcome, String model) {
        return outcome.accuracy().rows().stream()
                .filter(row -> row.model().equals(model)
                        && row.level().equals(SegmentHierarchy.SEGMENT)
                        && row.sizeClass().equals(AccuracyReport.ALL_SIZES)
                        && row.horizon() == 1)
                .mapToDouble(AccuracyReport.Row::wape)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMethodThatBreaksItsContractIsNamed() {
        Forecaster shortAnswer = named("short_answer", (history, horizon) -> new double[1]);
        Forecaster endless = named("endless", (history, horizon) -> {
            double[] points = new double[history.segments()];
            points[0] = Double.POSITIVE_INFINITY;
            return points;
        });
        Forecaster broken = named("broken", (history, horizon) -> {
            throw new IllegalStateException("no licence");
        });
        for (Forecaster own : List.of(endless, broken, shortAnswer)) {
            var failed = assertThrows(OwnForecasterException.class, () -> with(own));
            assertTrue(failed.getMessage().contains("'" + own.name() + "'"), failed.getMessage());
        }
        var taken = assertThrows(OwnForecasterException.class, () -> with(named("theta", (h, k) -> new double[0])));
        assertTrue(taken.getMessage().contains("'theta'"), taken.getMessage());
    }
}
