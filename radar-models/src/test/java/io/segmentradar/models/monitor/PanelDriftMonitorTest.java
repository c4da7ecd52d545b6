package io.segmentradar.models.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorHistory;
import io.segmentradar.core.monitor.MonitorHistory.AlertMonth;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.monitor.RetrainTrigger;
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

class PanelDriftMonitorTest {
    private static final YearMonth FIRST = YearMonth.of(2022, 12);
    private static final int MONTHS = 25;
    private static final int COLUMNS = 20;
    private static final KpiCatalog KPIS = new KpiCatalog(
            List.of(new Kpi(
                    "kpi_0",
                    new Label("첫째", "First"),
                    KpiKind.BALANCE,
                    new KpiFormula(List.of(new KpiFormula.Term(1, "a"))))),
            List.of());

    /** Levels over three orders of magnitude, moving 15 % a month on their own and 1 % together. */
    private static Map<String, double[]> columns(int segments, long seed) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] customers = new double[segments * MONTHS];
        Arrays.fill(customers, 5);
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        for (int c = 0; c < COLUMNS; c++) {
            Random random = new Random(seed * 100 + c);
            double[] common = random.doubles(MONTHS, -0.01, 0.01).toArray();
            double[] values = new double[segments * MONTHS];
            for (int s = 0; s < segments; s++) {
                double level = Math.exp(7 + 1.5 * random.nextGaussian());
                for (int m = 0; m < MONTHS; m++) {
                    values[s * MONTHS + m] = level * Math.exp(0.1 * random.nextGaussian() + common[m]);
                }
            }
            columns.put("kpi_" + c, values);
        }
        return columns;
    }

    private static SegmentPanel panel(Map<String, double[]> columns) {
        int segments = columns.get("kpi_0").length / MONTHS;
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            keys.add(SegmentKey.of(String.format("s%05d", s)));
        }
        return SegmentPanel.of(new SegmentIndex(keys), new MonthAxis(FIRST, MONTHS), columns, columns.keySet());
    }

    private static MonitorReport watch(SegmentPanel panel, ForecastSet past, MonitorHistory history) {
        return new PanelDriftMonitor()
                .watch(new MonitorContext(
                        panel, KPIS, Map.of(), List.of(), past, List.of(), history, MonitorPolicy.USUAL));
    }

    private static MonitorReport watch(Map<String, double[]> columns) {
        return watch(panel(columns), new ForecastSet(List.of()), MonitorHistory.NONE);
    }

    private static List<String> with(MonitorReport report, DriftStatus status) {
        return report.checks().stream()
                .filter(check -> check.area() == MonitorArea.DATA && check.status() == status)
                .map(check -> check.subject() + " " + check.measure())
                .toList();
    }

    private static void change(double[] column, int month, double factor) {
        for (int cell = month; cell < column.length; cell += MONTHS) {
            column[cell] *= factor;
        }
    }

    @Test
    void aTenPercentShiftOfOneColumnIsFoundAndTheOthersStayQuiet() {
        Map<String, double[]> columns = columns(5_000, 1);
        change(columns.get("kpi_7"), MONTHS - 1, 1.1);

        MonitorReport report = watch(columns);

        assertEquals(List.of("kpi_7 change"), with(report, DriftStatus.DRIFT));
        assertEquals(List.of(), with(report, DriftStatus.NOTICE));
        assertEquals(
                List.of("customer_count level", "customer_count change", "kpi_0.zero_share feature"),
                with(report, DriftStatus.EXCLUDED));
    }

    @Test
    void inputsThatModelsDeriveFromAShiftedKpiDriftWithIt() {
        Map<String, double[]> columns = columns(400, 6);
        change(columns.get("kpi_0"), MONTHS - 1, 1.3);

        List<String> drift = with(watch(columns), DriftStatus.DRIFT);

        assertTrue(
                drift.containsAll(List.of("kpi_0 change", "kpi_0.lag_1 feature", "kpi_0.mean_12 feature")),
                drift::toString);
        assertTrue(drift.stream().allMatch(check -> check.startsWith("kpi_0")), drift::toString);
    }

    @Test
    void theSameDataTwiceGivesNoDrift() {
        Map<String, double[]> columns = columns(400, 2);
        Map<String, double[]> twice = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            double[] copy = values.clone();
            for (int cell = 0; cell < copy.length; cell++) {
                copy[cell] = values[cell - cell % MONTHS];
            }
            twice.put(name, copy);
        });

        assertEquals(List.of(), with(watch(twice), DriftStatus.DRIFT));
        assertEquals(List.of(), with(watch(twice), DriftStatus.NOTICE));
        assertEquals(List.of(), with(watch(columns), DriftStatus.DRIFT));
    }

    @Test
    void anExtractDeliveredTwiceIsNamedWithoutBeingCalledDrift() {
        Map<String, double[]> columns = columns(400, 3);
        double[] column = columns.get("kpi_3");
        for (int last = MONTHS - 1; last < column.length; last += MONTHS) {
            column[last] = column[last - 1];
        }

        MonitorReport report = watch(columns);

        assertEquals(List.of(), with(report, DriftStatus.DRIFT));
        assertEquals(List.of("kpi_3 change"), with(report, DriftStatus.NOTICE));
    }

    @Test
    void aColumnWithOneValueAMonthIsLeftOut() {
        Map<String, double[]> columns = columns(100, 4);
        double[] rate = columns.get("kpi_5");
        for (int cell = 0; cell < rate.length; cell++) {
            rate[cell] = 3 + cell % MONTHS;
        }

        assertTrue(with(watch(columns), DriftStatus.EXCLUDED).containsAll(List.of("kpi_5 level", "kpi_5 change")));
    }

    @Test
    void quietPanelsRarelyAlarm() {
        int alarms = 0;
        for (int seed = 10; seed < 18; seed++) {
            MonitorReport report = watch(columns(100, seed));
            alarms += with(report, DriftStatus.DRIFT).size();
        }
        assertEquals(0, alarms);
    }

    @Test
    void anotherPopulationShowsInTheLevels() {
        Map<String, double[]> columns = columns(1_000, 5);
        change(columns.get("kpi_2"), MONTHS - 1, 5);

        assertEquals(List.of("kpi_2 level", "kpi_2 change"), with(watch(columns), DriftStatus.DRIFT));
    }

    /** Forecasts of the last value, whose interval is {@code width} on either side. */
    private static ForecastSet naive(SegmentPanel panel, double width) {
        List<ForecastTable> tables = new ArrayList<>();
        int n = panel.segments();
        int q = ForecastTable.QUANTILES.size();
        for (int origin = MONTHS - 13; origin < MONTHS - 1; origin++) {
            double[] point = new double[n];
            double[] quantiles = new double[n * q];
            for (int s = 0; s < n; s++) {
                point[s] = panel.column("kpi_0").value(s, origin);
                for (int i = 0; i < q; i++) {
                    quantiles[s * q + i] = point[s] * (1 + 2 * width * (ForecastTable.QUANTILES.get(i) - 0.5));
                }
            }
            String[] model = new String[n];
            Arrays.fill(model, "naive");
            tables.add(new ForecastTable(
                    SegmentHierarchy.SEGMENT,
                    panel.index(),
                    "kpi_0",
                    panel.months().at(origin),
                    Horizon.ONE,
                    point,
                    new double[n],
                    quantiles,
                    model));
        }
        return new ForecastSet(tables);
    }

    private static DriftStatus forecast(MonitorReport report, String measure) {
        return report.checks().stream()
                .filter(check -> check.area() == MonitorArea.FORECAST
                        && check.horizon() == 1
                        && check.measure().equals(measure))
                .map(DriftCheck::status)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void forecastsThatKeepTheirPromiseRarelyAlarm() {
        int drifting = 0;
        for (int seed = 40; seed < 60; seed++) {
            Map<String, double[]> columns = columns(60, seed);
            columns.keySet()
                    .removeIf(name ->
                            !List.of("kpi_0", SegmentPanel.CUSTOMER_COUNT).contains(name));
            SegmentPanel panel = panel(columns);
            drifting += (int) watch(panel, naive(panel, 0.26), MonitorHistory.NONE)
                    .count(MonitorArea.FORECAST, DriftStatus.DRIFT);
        }
        assertTrue(drifting <= 3, drifting + " of 60 checks");
    }

    @Test
    void threeMonthsOfBreaksCostCoverageAndErrorAndAskForNewModels() {
        Map<String, double[]> columns = columns(300, 7);
        for (int m = MONTHS - 3; m < MONTHS; m++) {
            change(columns.get("kpi_0"), m, m % 2 == 0 ? 1.4 : 0.6);
        }
        SegmentPanel panel = panel(columns);
        MonitorReport report = watch(panel, naive(panel, 0.26), MonitorHistory.NONE);

        assertEquals(DriftStatus.DRIFT, forecast(report, "coverage_90"));
        assertEquals(DriftStatus.DRIFT, forecast(report, "wape"));
        assertTrue(report.triggers().stream()
                .map(RetrainTrigger::kind)
                .toList()
                .containsAll(List.of(RetrainTrigger.Kind.COVERAGE_LOST, RetrainTrigger.Kind.FORECAST_DRIFT)));
    }

    @Test
    void intervalsThatHoldMoreThanTheyPromiseAreToldButAreNotLost() {
        Map<String, double[]> columns = columns(300, 7);
        double[] values = columns.get("kpi_0");
        for (int i = 0; i < values.length; i++) {
            values[i] = i % MONTHS < MONTHS - 3 ? values[i] : values[i - 1];
        }
        SegmentPanel panel = panel(columns);
        MonitorReport report = watch(panel, naive(panel, 0.26), MonitorHistory.NONE);

        assertEquals(DriftStatus.DRIFT, forecast(report, "coverage_90"));
        assertTrue(
                report.triggers().stream().noneMatch(reason -> reason.kind() == RetrainTrigger.Kind.COVERAGE_LOST),
                report.triggers()::toString);
    }

    @Test
    void oldModelsAskToBeRenewedAndFewerAlertsAreNoticed() {
        SegmentPanel panel = panel(columns(100, 8));
        List<AlertMonth> months = new ArrayList<>();
        for (int back = 1; back <= 6; back++) {
            months.add(new AlertMonth(panel.months().last().minusMonths(back), 20 + back % 3, 100));
        }
        MonitorHistory history = new MonitorHistory(months, List.of(), java.util.Optional.empty())
                .trainedTo(panel.months().last().minusMonths(12));
        MonitorReport report = watch(panel, new ForecastSet(List.of()), history);

        assertEquals(
                List.of(RetrainTrigger.Kind.SCHEDULE, RetrainTrigger.Kind.NEW_DATA),
                report.triggers().stream().map(RetrainTrigger::kind).toList());
        assertEquals(1, report.count(MonitorArea.ALERT, DriftStatus.DRIFT));
    }
}
