package io.segmentradar.models.alert.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.models.alert.AlertScenes;
import io.segmentradar.models.alert.quality.InjectionTrial.Kind;
import org.junit.jupiter.api.Test;

/** Changes planted where the forecasts are given. */
class InjectionTrialTest {
    private static InjectionTrial trial() {
        SegmentPanel panel = AlertScenes.panel(3, 0.05, (i, p, m, value) -> value);
        AlertContext scene =
                AlertScenes.context(panel, AlertScenes.policy().with(new FalseDiscoveryRate(0.1, Dependence.POSITIVE)));
        MonthContexts contexts = month ->
                scene.monthsAgo(panel.months().count() - 1 - panel.months().indexOf(month));
        return InjectionTrial.given(panel, contexts, 3, 42);
    }

    @Test
    void largeJumpsAreFoundAndSmallOnesAreNot() {
        InjectionTrial trial = trial();
        QualityRow large = trial.run(Kind.ONE_MONTH, 10, 4);
        QualityRow small = trial.run(Kind.ONE_MONTH, 1, 4);
        assertTrue(large.recall() > 0.9, "recall of large ones " + large.recall());
        assertTrue(small.recall() < 0.3, "recall of small ones " + small.recall());
        assertEquals(large.planted(), small.planted());
    }

    @Test
    void changeThatLastsNeedsForecastsThatFollowIt() {
        InjectionTrial trial = trial();
        assertThrows(IllegalArgumentException.class, () -> trial.run(Kind.LASTING, 5, 1));
        assertThrows(IllegalArgumentException.class, () -> trial.run(Kind.INFLECTION, 1, 1));
    }
}
