package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HurdleTest {
    private static final int MONTHS = 30;

    /** Active every third month of the calendar and now and then in between: what a level or a growth cannot say. */
    private static SegmentPanel quarterly() {
        SegmentPanel plain = EnginePanels.panel(40, MONTHS, 1, 1);
        double[] balance = new double[40 * MONTHS];
        double[] customers = new double[40 * MONTHS];
        Arrays.fill(customers, 10);
        Random random = new Random(2);
        for (int s = 0; s < 40; s++) {
            for (int m = 0; m < MONTHS; m++) {
                boolean active = m % 3 == 2 || random.nextInt(20) == 0;
                balance[s * MONTHS + m] = active ? (100 + s) * Math.exp(0.1 * random.nextGaussian()) : 0;
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("balance", balance);
        return SegmentPanel.of(plain.index(), plain.months(), columns, columns.keySet());
    }

    private static ForecastTask task(SegmentPanel panel) {
        KpiCatalog kpis = new KpiCatalog(List.of(EnginePanels.KPIS.kpi("balance")), List.of());
        return new ForecastTask(panel, EnginePanels.HIERARCHY, kpis, "none", List.of(), 42, 2);
    }

    @Test
    void anIdleKpiIsForecastByProbabilityTimesAmountAndUsesItAgain() {
        SegmentPanel panel = quarterly();
        try (ForecastOutcome outcome =
                EnginePanels.QUICK.forecast(task(panel).with(ForecastOptions.STANDARD.keepingModels()))) {
            assertTrue(wape(outcome, "hurdle") < 0.5 * wape(outcome, "naive"), "the rhythm is known to the trees");
            assertTrue(wape(outcome, "hurdle") < 0.5 * wape(outcome, "tsb"), "and not to a mean");
            ModelArchive models = outcome.models().orElseThrow();
            try (ForecastOutcome again = EnginePanels.QUICK.forecast(task(panel).again(models, panel, List.of()))) {
                assertEquals(outcome.accuracy(), again.accuracy());
                assertEquals(
                        outcome.published().forecasts(SegmentHierarchy.SEGMENT),
                        again.published().forecasts(SegmentHierarchy.SEGMENT));
            }
        }
    }

    @Test
    void aKpiThatIsSeldomIdleHasNoHurdle() {
        try (ForecastOutcome outcome = EnginePanels.QUICK.forecast(task(EnginePanels.panel(20, 24, 1, 1)))) {
            Set<String> models = outcome.accuracy().rows().stream()
                    .map(AccuracyReport.Row::model)
                    .collect(Collectors.toSet());
            assertFalse(models.contains("hurdle"), models::toString);
        }
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
}
