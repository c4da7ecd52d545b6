package io.segmentradar.models.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastExplainer;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.models.growth.AbsenceRegression;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Segments of four customers, of whom one in eight is absent in any month and nearly always back the next. */
class AbsentCustomersTest {
    private static final int SEGMENTS = 40;
    private static final int MONTHS = 30;
    private static final int CUSTOMERS = 4;

    private static SegmentPanel known;
    private static ForecastOutcome knowing;

    @BeforeAll
    static void forecast() {
        known = panel(1, 0, true);
        knowing =
                EnginePanels.QUICK.forecast(EnginePanels.task(known, 2).with(ForecastOptions.STANDARD.keepingModels()));
    }

    @AfterAll
    static void close() {
        knowing.close();
    }

    @Test
    void forecastsThatKnowWhoIsAbsentAreBetter() {
        try (ForecastOutcome blind = forecast(panel(1, 0, false))) {
            assertTrue(
                    wape(knowing) < 0.97 * wape(blind),
                    () -> "with absences " + wape(knowing) + ", without " + wape(blind));
            assertFalse(methods(blind).contains(AbsenceRegression.NAME));
            assertTrue(methods(knowing).contains(AbsenceRegression.NAME));
        }
    }

    @Test
    void keptModelsGiveTheSameForecastsAgainAndRefuseAPanelThatDoesNotTellWhoIsAbsent() {
        ModelArchive models = knowing.models().orElseThrow();
        try (ForecastOutcome again =
                EnginePanels.QUICK.forecast(EnginePanels.task(known, 2).again(models, known, List.of()))) {
            assertEquals(
                    knowing.published().forecasts(SegmentHierarchy.SEGMENT),
                    again.published().forecasts(SegmentHierarchy.SEGMENT));
            assertEquals(knowing.accuracy(), again.accuracy());
        }
        SegmentPanel blind = panel(1, 0, false);
        assertThrows(
                ModelsRefusedException.class,
                () -> EnginePanels.QUICK.forecast(EnginePanels.task(blind, 2).again(models, blind, List.of())));
    }

    @Test
    void scalingAKpiWithItsAbsencesScalesItsForecasts() {
        try (ForecastOutcome large = forecast(panel(1024, 0, true))) {
            List<Forecast> small = knowing.published().forecasts(SegmentHierarchy.SEGMENT);
            List<Forecast> scaled = large.published().forecasts(SegmentHierarchy.SEGMENT);
            for (int i = 0; i < small.size(); i++) {
                double point = 1024 * small.get(i).point();
                assertEquals(point, scaled.get(i).point(), 1e-6 * (1 + Math.abs(point)));
            }
        }
    }

    @Test
    void absencesOfTheFutureNeverLeakIntoAnEarlierOrigin() {
        YearMonth origin = known.months().at(MONTHS - 3);
        try (ForecastOutcome two = forecast(panel(1, 2, true))) {
            for (Horizon horizon : Horizon.ALL) {
                var left = knowing.past().table(SegmentHierarchy.SEGMENT, "balance", origin, horizon);
                var right = two.past().table(SegmentHierarchy.SEGMENT, "balance", origin, horizon);
                for (int node = 0; node < SEGMENTS; node++) {
                    assertEquals(
                            left.orElseThrow().forecast(node),
                            right.orElseThrow().forecast(node));
                }
            }
        }
    }

    @Test
    void anExpectedReturnIsAReasonOfItsOwn() {
        int segment = 0;
        double most = 0;
        for (int s = 0; s < SEGMENTS; s++) {
            double absent = known.column(Absences.sinceNow("balance")).value(s, MONTHS - 1)
                    / known.column("balance").value(s, MONTHS - 1);
            if (absent > most) {
                most = absent;
                segment = s;
            }
        }
        ForecastExplainer.Explanation why = knowing.explainer()
                .explain(List.of(new ForecastExplainer.Request(
                        SegmentHierarchy.SEGMENT,
                        known.index().id(segment),
                        "balance",
                        known.months().last(),
                        new Horizon(1))))
                .get(0);
        double all = 0;
        double returning = 0;
        for (ForecastExplainer.Contribution part : why.contributions()) {
            all += part.money();
            returning += part.group().equals("absence") ? part.money() : 0;
        }
        assertEquals(why.forecast() - why.lastValue(), all, 1e-6 * why.forecast());
        assertTrue(returning > 0.2 * most * why.lastValue(), "return adds " + returning + " of " + all);
    }

    private static ForecastOutcome forecast(SegmentPanel panel) {
        return EnginePanels.QUICK.forecast(EnginePanels.task(panel, 2));
    }

    private static AccuracyReport.Row row(ForecastOutcome outcome, String model) {
        return outcome.accuracy().rows().stream()
                .filter(row -> row.model().equals(model)
                        && row.level().equals(SegmentHierarchy.SEGMENT)
                        && row.sizeClass().equals(AccuracyReport.ALL_SIZES)
                        && row.kpi().equals("balance")
                        && row.horizon() == 1)
                .findFirst()
                .orElseThrow();
    }

    private static double wape(ForecastOutcome outcome) {
        return row(outcome, AccuracyReport.PUBLISHED).wape();
    }

    private static List<String> methods(ForecastOutcome outcome) {
        return outcome.accuracy().rows().stream()
                .map(AccuracyReport.Row::model)
                .distinct()
                .toList();
    }

    /**
     * @param otherMonths months at the end whose absences and amounts are others
     */
    private static SegmentPanel panel(double factor, int otherMonths, boolean isLinked) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < SEGMENTS; s++) {
            keys.add(SegmentKey.of("i" + s % 10, "p" + s / 10));
        }
        SegmentIndex index = new SegmentIndex(keys);
        Map<String, double[]> columns = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT, "balance", "net"));
        if (isLinked) {
            names.addAll(Absences.columns(EnginePanels.KPIS));
        }
        names.forEach(name -> columns.put(name, new double[SEGMENTS * MONTHS]));
        for (int customer = 0; customer < SEGMENTS * CUSTOMERS; customer++) {
            live(customer, factor, otherMonths, columns);
        }
        return SegmentPanel.of(index, new MonthAxis(YearMonth.of(2022, 1), MONTHS), columns, columns.keySet());
    }

    private static void live(int customer, double factor, int otherMonths, Map<String, double[]> columns) {
        Random random = new Random(customer);
        double size = factor * Math.exp(5 + random.nextGaussian());
        double last = 0;
        double sum = 0;
        int seen = 0;
        int absentSince = 0;
        for (int month = 0; month < MONTHS; month++) {
            random = month == MONTHS - otherMonths ? new Random(1_000 + customer) : random;
            size *= Math.exp(0.15 * random.nextGaussian());
            double balance = size;
            double net = 0.1 * size * random.nextGaussian();
            boolean isPresent = month == 0 || random.nextDouble() >= 0.125;
            int cell = customer / CUSTOMERS * MONTHS + month;
            if (isPresent) {
                add(columns, SegmentPanel.CUSTOMER_COUNT, cell, 1);
                add(columns, "balance", cell, balance);
                add(columns, "net", cell, net);
                last = balance;
                sum += balance;
                seen++;
                absentSince = 0;
            } else {
                absentSince++;
                boolean isNew = absentSince == 1;
                add(columns, Absences.ABSENT_COUNT, cell, 1);
                add(columns, isNew ? Absences.sinceNow("balance") : Absences.longer("balance"), cell, last);
            }
            add(columns, Absences.usual("balance"), cell, sum / seen);
        }
    }

    private static void add(Map<String, double[]> columns, String name, int cell, double value) {
        if (columns.containsKey(name)) {
            columns.get(name)[cell] += value;
        }
    }
}
