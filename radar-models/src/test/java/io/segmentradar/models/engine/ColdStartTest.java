package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColdStartTest {
    private static final int MONTHS = 24;
    private static final SegmentKey YOUNG_GROWING = SegmentKey.of("growing", "young");
    private static final SegmentKey YOUNG_SHRINKING = SegmentKey.of("shrinking", "young");

    /** Two industries, one growing and one shrinking by 6 % a month, and in each a segment born two months ago. */
    private static SegmentPanel panel() {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            keys.add(SegmentKey.of("growing", "p" + s));
            keys.add(SegmentKey.of("shrinking", "p" + s));
        }
        keys.addAll(List.of(YOUNG_GROWING, YOUNG_SHRINKING));
        SegmentIndex index = new SegmentIndex(keys);
        double[] customers = new double[index.size() * MONTHS];
        double[] balance = new double[index.size() * MONTHS];
        Random random = new Random(3);
        for (SegmentKey key : keys) {
            int row = index.row(key.id()).orElseThrow();
            boolean young = key.value(1).equals("young");
            double rate = key.value(0).equals("growing") ? 1.06 : 0.94;
            for (int m = 0; m < MONTHS; m++) {
                boolean born = !young || m >= MONTHS - 2;
                customers[row * MONTHS + m] = born ? 10 : 0;
                balance[row * MONTHS + m] = born
                        ? young
                                ? 1000 + m
                                : 1000 * Math.pow(rate, m - MONTHS / 2) * Math.exp(0.02 * random.nextGaussian())
                        : Double.NaN;
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("balance", balance);
        return SegmentPanel.of(index, new MonthAxis(YearMonth.of(2022, 1), MONTHS), columns, columns.keySet());
    }

    @Test
    void aSegmentKnownForTwoMonthsFollowsItsSiblingsAndSaysSo() {
        SegmentPanel panel = panel();
        KpiCatalog kpis = new KpiCatalog(List.of(EnginePanels.KPIS.kpi("balance")), List.of());
        ForecastTask task = new ForecastTask(panel, EnginePanels.HIERARCHY, kpis, "none", List.of(), 42, 2);
        try (ForecastOutcome outcome = EnginePanels.QUICK.forecast(task)) {
            Forecast growing = find(outcome, panel, YOUNG_GROWING);
            Forecast shrinking = find(outcome, panel, YOUNG_SHRINKING);
            assertEquals("siblings", growing.model());
            assertEquals("siblings", shrinking.model());
            assertTrue(growing.point() > 1.03 * shrinking.point(), growing + " and " + shrinking);
            assertTrue(growing.interval90().width() > 0, growing::toString);
            long others = outcome.published().forecasts(SegmentHierarchy.SEGMENT).stream()
                    .filter(forecast -> !forecast.model().equals("combination"))
                    .count();
            assertEquals(2 * 3, others);
        }
    }

    private static Forecast find(ForecastOutcome outcome, SegmentPanel panel, SegmentKey key) {
        return outcome.published()
                .find(
                        SegmentHierarchy.SEGMENT,
                        key.id(),
                        "balance",
                        panel.months().last(),
                        new Horizon(3))
                .orElseThrow(
                        () -> new AssertionError(Arrays.toString(key.values().toArray())));
    }
}
