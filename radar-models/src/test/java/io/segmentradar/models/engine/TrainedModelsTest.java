package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainedModelsTest {
    private static final int MONTHS = 26;
    private static final SegmentPanel LONG = EnginePanels.panel(30, MONTHS, 1, 1);
    private static final SegmentPanel PANEL = LONG.upTo(LONG.months().last().minusMonths(2));
    private static final PanelForecastEngine ENGINE = EnginePanels.QUICK;
    private static ForecastOutcome trained;
    private static ModelArchive archive;

    @BeforeAll
    static void train() {
        trained = ENGINE.forecast(task(PANEL).with(ForecastOptions.STANDARD.keepingModels()));
        archive = trained.models().orElseThrow();
    }

    @AfterAll
    static void free() {
        trained.close();
    }

    private static ForecastTask task(SegmentPanel panel) {
        return EnginePanels.task(panel, 2);
    }

    @Test
    void keepingModelsChangesNoForecast() {
        try (ForecastOutcome plain = ENGINE.forecast(task(PANEL))) {
            assertTrue(plain.models().isEmpty());
            assertEquals(
                    plain.published().forecasts(SegmentHierarchy.SEGMENT),
                    trained.published().forecasts(SegmentHierarchy.SEGMENT));
            assertEquals(plain.accuracy(), trained.accuracy());
        }
    }

    @Test
    void usedAgainOnTheSameDataTheyGiveTheSameForecasts() {
        try (ForecastOutcome again = ENGINE.forecast(task(PANEL).again(archive, PANEL, List.of()))) {
            for (var level : EnginePanels.HIERARCHY.levels()) {
                assertEquals(
                        trained.published().forecasts(level.id()),
                        again.published().forecasts(level.id()));
                assertEquals(trained.past().forecasts(level.id()), again.past().forecasts(level.id()));
            }
            assertEquals(trained.accuracy(), again.accuracy());
        }
    }

    @Test
    void theyForecastMonthsThatCameAfterTheirTraining() {
        try (ForecastOutcome later = ENGINE.forecast(task(LONG).again(archive, LONG, List.of()))) {
            var forecasts = later.published().forecasts(SegmentHierarchy.SEGMENT);
            assertEquals(30 * 2 * 3, forecasts.size());
            assertEquals(LONG.months().last(), forecasts.get(0).origin());
            // What was forecast when the models were new is the record of that month now.
            assertEquals(
                    trained.published()
                            .table(
                                    SegmentHierarchy.BANK,
                                    "net",
                                    PANEL.months().last(),
                                    forecasts.get(0).horizon())
                            .orElseThrow()
                            .nodes()
                            .size(),
                    later.past()
                            .table(
                                    SegmentHierarchy.BANK,
                                    "net",
                                    PANEL.months().last(),
                                    forecasts.get(0).horizon())
                            .orElseThrow()
                            .nodes()
                            .size());
        }
    }

    @Test
    void theIdNamesTheTrainingAndNothingElse() {
        assertTrue(archive.id().startsWith(PANEL.months().last().toString()));
        assertEquals(
                archive.id(), archive.with(java.util.Map.of("product", "x")).id());
    }

    @Test
    void refusesModelsOfOtherKpisNamingThem() {
        KpiCatalog other = new KpiCatalog(
                List.of(
                        EnginePanels.KPIS.kpi("balance"),
                        EnginePanels.kpi(
                                "loans", EnginePanels.KPIS.kpi("balance").kind())),
                List.of());
        ForecastTask task = new ForecastTask(PANEL, EnginePanels.HIERARCHY, other, "korea", List.of(), 42, 1)
                .with(ForecastOptions.STANDARD.reusing(archive));
        var refused = assertThrows(ModelsRefusedException.class, () -> ENGINE.forecast(task));
        assertTrue(refused.getMessage().contains("'loans'"), refused.getMessage());
    }

    @Test
    void refusesModelsWhoseInputsCannotBeMadeNamingThem() {
        KpiCatalog fewer = new KpiCatalog(List.of(EnginePanels.KPIS.kpi("balance")), List.of());
        ForecastTask task = new ForecastTask(PANEL, EnginePanels.HIERARCHY, fewer, "korea", List.of(), 42, 1)
                .with(ForecastOptions.STANDARD.reusing(archive));
        var refused = assertThrows(ModelsRefusedException.class, () -> ENGINE.forecast(task));
        assertTrue(refused.getMessage().contains("'related_net'"), refused.getMessage());
    }

    @Test
    void refusesModelsThatHaveSeenTheFuture() {
        SegmentPanel earlier = PANEL.upTo(PANEL.months().last().minusMonths(1));
        var refused = assertThrows(
                ModelsRefusedException.class,
                () -> ENGINE.forecast(task(earlier).again(archive, earlier, List.of())));
        assertTrue(refused.getMessage().contains("would know the future"), refused.getMessage());
        assertFalse(archive.models().isEmpty());
    }
}
