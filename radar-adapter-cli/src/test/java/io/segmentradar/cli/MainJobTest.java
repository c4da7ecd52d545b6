package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainJobTest {
    private static final int BUDGET = 20;
    private static final List<String> KPIS =
            List.of("deposits", "loans", "card_spend", "digital_amount", "net_inflow", "fx_amount");

    private static List<Map<String, String>> table(String name) {
        return Cli.rows(SampleRun.out().resolve(name));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void everyStageReportsItselfAndTheSummaryShowsTotalsWarningsAndActions() {
        Cli.Result result = SampleRun.result();

        int stages = RunProgress.Stage.values().length;
        for (int stage = 1; stage <= stages; stage++) {
            assertTrue(result.err().contains("[" + stage + "/" + stages + "]"), result.err());
        }
        assertTrue(result.out().contains("Early warnings:"), result.out());
        assertTrue(result.out().contains("Next best actions:"), result.out());
    }

    @Test
    void thePublishedFilesHaveTheirColumns() throws IOException {
        Map<String, String> columns = Map.of(
                "segments.csv",
                "segment_id,industry,province,grade,dedicated,lifecycle,first_month,last_month,customer_count",
                "panel.csv",
                "segment_id,month,customer_count," + String.join(",", KPIS)
                        + ",limit_utilisation,digital_share,auto_transfer_share",
                "forecasts.csv",
                "segment_id,kpi,origin,horizon,target_month,point,lower,upper,level,model",
                "backtest.csv",
                "kpi,horizon,model,n,wape,mase,bias,coverage,mean_width,r2_log",
                "alerts.csv",
                "alert_id,segment_id,kpi,month,type,severity,actual,expected,lower,upper,residual,surprise,impact",
                "drivers.csv",
                "alert_id,rank,kind,driver,label_ko,label_en,contribution",
                "actions.csv",
                "action_id,segment_id,month,action_type,category",
                "monitor.csv",
                "area,subject,label_ko,label_en,horizon,measure,status,reference,current,psi,wasserstein",
                "rejects.csv",
                "file,line,column,value,reason");
        for (var entry : columns.entrySet()) {
            try (Stream<String> lines = Files.lines(SampleRun.out().resolve(entry.getKey()))) {
                String header = lines.findFirst().orElseThrow();
                assertTrue(header.startsWith(entry.getValue()), entry.getKey() + ": " + header);
            }
        }
    }

    @Test
    void everySegmentHasAForecastOfEveryKpiAndHorizonInsideItsInterval() {
        Set<String> living = table("segments.csv").stream()
                .filter(row -> !row.get("lifecycle").equals("CLOSED"))
                .map(row -> row.get("segment_id"))
                .collect(Collectors.toSet());
        Map<String, Integer> forecasts = new HashMap<>();
        for (Map<String, String> row : table("forecasts.csv")) {
            assertTrue(number(row, "lower") <= number(row, "upper"), row::toString);
            if (!row.get("kpi").equals("net_inflow")) {
                assertTrue(number(row, "lower") >= 0, row::toString);
            }
            forecasts.merge(row.get("segment_id"), 1, Integer::sum);
        }
        assertEquals(living, forecasts.keySet());
        assertEquals(Set.of(KPIS.size() * 3), new HashSet<>(forecasts.values()));
    }

    @Test
    void theDriversOfAnAlertAddUp() {
        Map<String, Map<String, Double>> sums = new HashMap<>();
        for (Map<String, String> row : table("drivers.csv")) {
            String view = row.get("kind").equals("volume") || row.get("kind").equals("rate")
                    ? "volume_rate"
                    : row.get("kind");
            sums.computeIfAbsent(row.get("alert_id"), id -> new HashMap<>())
                    .merge(view, number(row, "contribution"), Double::sum);
        }
        List<Map<String, String>> alerts = table("alerts.csv");
        assertFalse(alerts.isEmpty());
        for (Map<String, String> alert : alerts) {
            double residual = number(alert, "residual");
            double tolerance = 1e-6 * Math.max(1, Math.abs(residual));
            assertEquals(residual, number(alert, "actual") - number(alert, "expected"), tolerance);
            Map<String, Double> views = sums.get(alert.get("alert_id"));
            assertEquals(residual, views.get("component"), tolerance, alert::toString);
            assertEquals(residual, views.get("volume_rate"), tolerance, alert::toString);
        }
    }

    @Test
    void alertsMatterAndAreAboutTheMonthUnderReview() {
        for (Map<String, String> alert : table("alerts.csv")) {
            assertEquals("2024-12", alert.get("month"));
            assertTrue(number(alert, "impact") > 0, alert::toString);
            assertTrue(number(alert, "surprise") > 0 && number(alert, "surprise") <= 1, alert::toString);
        }
    }

    @Test
    void aRunKeepsTheRateOfNoiseItWasAskedFor() {
        List<Map<String, String>> tested = table("alerts.csv").stream()
                .filter(alert -> !alert.get("type").startsWith("FORECAST"))
                .toList();
        assertFalse(tested.isEmpty());
        for (Map<String, String> alert : tested) {
            assertTrue(number(alert, "false_share") <= SampleRun.RATE, alert::toString);
        }
    }

    @Test
    void aSegmentHasAtMostThreePlannedActionsWithReasonsInBothLanguages() {
        Map<String, Integer> planned = new HashMap<>();
        List<Map<String, String>> actions = table("actions.csv");
        assertFalse(actions.isEmpty());
        for (Map<String, String> action : actions) {
            assertFalse(action.get("reason_ko").isBlank());
            assertFalse(action.get("reason_en").isBlank());
            if (action.get("planned").equals("yes")) {
                planned.merge(action.get("segment_id"), 1, Integer::sum);
            }
        }
        assertTrue(planned.values().stream().allMatch(n -> n <= 3), planned::toString);
    }

    @Test
    void levelsAddUpToTheBank() {
        Map<String, Double> sums = new HashMap<>();
        table("forecasts.csv")
                .forEach(row -> sums.merge(row.get("kpi") + row.get("horizon"), number(row, "point"), Double::sum));
        for (Map<String, String> row : table("forecasts_levels.csv")) {
            if (row.get("hierarchy_level").equals("bank")) {
                double total = sums.get(row.get("kpi") + row.get("horizon"));
                assertEquals(total, number(row, "point"), 1e-6 * Math.max(1, Math.abs(total)), row::toString);
            }
        }
    }

    @Test
    void thePublishedModelIsMeasuredAgainstNaiveForecasts() {
        Set<String> models =
                table("backtest.csv").stream().map(row -> row.get("model")).collect(Collectors.toSet());
        assertTrue(models.containsAll(Set.of("published", "naive", "seasonal_naive", "mean_3")), models::toString);
    }

    @Test
    void theSameInputSpecAndSeedGiveTheSameBytes(@TempDir Path temp) throws IOException {
        Path extract = temp.resolve("sample.csv");
        Cli.run("generate", "--customers", 30, "--months", 18, "--seed", 9, "--out", extract);
        Path once = temp.resolve("once");
        Path again = temp.resolve("again");
        Path models = temp.resolve("models");
        Cli.Result first =
                Cli.run("run", "--input", extract, "--out", once, "--models", models, "--alert-budget", BUDGET);
        assertEquals(0, first.exitCode(), first.err());
        Cli.Result second = Cli.run("run", "--input", extract, "--out", again, "--alert-budget", BUDGET);
        assertEquals(0, second.exitCode(), second.err());

        try (Stream<Path> files = Files.list(once)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                assertEquals(
                        -1,
                        Files.mismatch(file, again.resolve(file.getFileName().toString())),
                        file::toString);
            }
        }
        assertEquals(withoutTimes(once), withoutTimes(again));
        aTenthOfTheBudgetIsForWhatIsAhead(once);
        keptModelsForecastTheSameWithoutTraining(extract, models, once, temp.resolve("reused"));
        modelsThatKnowTheFutureAreRefused(extract, models, temp.resolve("earlier"));
    }

    private static void aTenthOfTheBudgetIsForWhatIsAhead(Path out) throws IOException {
        List<Map<String, String>> alerts = Cli.rows(out.resolve("alerts.csv")).stream()
                .filter(alert -> alert.get("parent_id").isEmpty())
                .toList();
        long ahead = alerts.stream()
                .filter(alert -> alert.get("type").startsWith("FORECAST"))
                .count();
        assertEquals(BUDGET / 10, ahead);
        assertTrue(alerts.size() <= BUDGET, alerts.size() + " alerts");
    }

    private static void keptModelsForecastTheSameWithoutTraining(Path extract, Path models, Path trained, Path out)
            throws IOException {
        Cli.Result result = Cli.run(
                "run", "--input", extract, "--out", out, "--models", models, "--reuse", "--alert-budget", BUDGET);
        assertEquals(0, result.exitCode(), result.err());
        for (String table : List.of(
                "forecasts.csv",
                "forecasts_levels.csv",
                "backtest.csv",
                "alerts.csv",
                "drivers.csv",
                "watchlist.csv")) {
            assertEquals(-1, Files.mismatch(trained.resolve(table), out.resolve(table)), table);
        }
        assertTrue(Files.readString(out.resolve("manifest.json")).contains("\"reused\" : true"));
    }

    private static void modelsThatKnowTheFutureAreRefused(Path extract, Path models, Path out) {
        Cli.Result result = Cli.run(
                "run",
                "--input",
                extract,
                "--out",
                out,
                "--models",
                models,
                "--reuse",
                "--as-of",
                "2023-05",
                "--lang",
                "en");
        assertEquals(2, result.exitCode(), result.err());
        assertTrue(result.err().contains("know the future"), result.err());
        assertFalse(Files.exists(out.resolve("forecasts.csv")));
    }

    private static String withoutTimes(Path out) throws IOException {
        return Files.readString(out.resolve("manifest.json"))
                .replaceAll("(?s)\\s*\"models\" : \\{[^}]*\\},", "")
                .replaceAll("\"created_at\" : \"[^\"]*\"", "")
                .replaceAll("(?s)\"stage_seconds\" : \\{[^}]*\\}", "");
    }
}
