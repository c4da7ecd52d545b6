package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A bank chooses in its spec how forecasts are made to add up. */
class ReconcilersTest {
    private static final SegmentPanel PANEL = EnginePanels.panel(20, 30, 1, 1);

    @Test
    void eachReconcilerMovesTheLevelsInItsOwnWayAndLeavesNoGap() {
        Map<Reconciler, Map<String, Double>> moved =
                Stream.of(Reconciler.values()).collect(Collectors.toMap(method -> method, ReconcilersTest::moved));

        assertEquals(0, moved.get(Reconciler.BOTTOM_UP).get(SegmentHierarchy.SEGMENT), 1e-12);
        assertEquals(0, moved.get(Reconciler.TOP_DOWN).get("bank"), 1e-12);
        for (Reconciler method : List.of(Reconciler.WLS, Reconciler.MINT_SHRINK, Reconciler.OLS)) {
            moved.get(method).forEach((level, share) -> assertTrue(share > 0, () -> method + " at " + level));
        }
        assertEquals(Reconciler.values().length, Set.copyOf(moved.values()).size());
    }

    /** Level to the share by which its forecasts were moved. */
    private static Map<String, Double> moved(Reconciler method) {
        try (ForecastOutcome outcome =
                EnginePanels.QUICK.forecast(EnginePanels.task(PANEL, 2).with(method))) {
            List<LevelAdjustment> all = outcome.accuracy().adjustments();
            all.forEach(level -> assertEquals(0, level.coherenceError(), 1e-9, () -> method + ": " + level));
            return all.stream()
                    .filter(level -> level.kpi().equals("balance") && level.horizon() == 1)
                    .collect(Collectors.toMap(LevelAdjustment::level, LevelAdjustment::adjustment));
        }
    }
}
