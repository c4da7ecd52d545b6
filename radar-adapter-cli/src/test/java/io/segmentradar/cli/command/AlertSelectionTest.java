package io.segmentradar.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.cli.Cli;
import io.segmentradar.cli.SampleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlertSelectionTest {
    @TempDir
    Path temp;

    private Cli.Result run(Object... selection) {
        Object[] args = new Object[7 + selection.length];
        System.arraycopy(
                new Object[] {
                    "run", "--input", SampleRun.extract(), "--out", temp.resolve("out"), "--lang", "en",
                },
                0,
                args,
                0,
                7);
        System.arraycopy(selection, 0, args, 7, selection.length);
        return Cli.run(args);
    }

    @Test
    void aRateAndABudgetExcludeEachOther() {
        Cli.Result result = run("--fdr", 0.1, "--alert-budget", 20);

        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("--fdr, --alert-budget"), result.err());
        assertTrue(Files.notExists(temp.resolve("out")));
    }

    @Test
    void whatIsOutOfRangeIsNamed() {
        for (Object[] bad :
                List.of(new Object[] {"--fdr", 0}, new Object[] {"--fdr", 1.5}, new Object[] {"--alert-budget", 0})) {
            Cli.Result result = run(bad);

            assertEquals(2, result.exitCode());
            assertTrue(result.err().contains(bad[0].toString()), result.err());
        }
    }

    @Test
    void plantedEventsOfASampleAreJudgedMonthByMonth() throws Exception {
        Path extract = temp.resolve("sample.csv");
        Path events = temp.resolve("events.csv");
        Cli.run(
                "generate",
                "--customers",
                500,
                "--seed",
                7,
                "--encoding",
                "utf-8",
                "--out",
                extract,
                "--events",
                events);

        Cli.Result result = Cli.run(
                "alerts",
                "evaluate",
                "--input",
                extract,
                "--events",
                events,
                "--months",
                6,
                "--alert-budget",
                30,
                "--out",
                temp.resolve("quality"),
                "--lang",
                "en");

        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains("watch-list names"), result.out());
        List<Map<String, String>> rows = Cli.rows(temp.resolve("quality/alert_quality.csv"));
        Map<String, String> all = rows.get(0);
        assertEquals("events", all.get("trial"));
        assertEquals("6", all.get("replications"));
        assertTrue(Integer.parseInt(all.get("planted")) > 0);
        double recall = Double.parseDouble(all.get("recall"));
        assertEquals(Double.parseDouble(all.get("found")) / Double.parseDouble(all.get("planted")), recall, 1e-4);
        assertTrue(Double.parseDouble(all.get("recall_low")) <= recall
                && recall <= Double.parseDouble(all.get("recall_high")));
        String page = Files.readString(temp.resolve("quality/alert_quality.html"));
        assertTrue(page.contains("<table>") && page.contains("Recall by false alerts"));
        Map<String, Integer> falseAlerts = rows.stream()
                .filter(row -> row.get("trial").equals("events"))
                .collect(Collectors.toMap(
                        row -> row.get("selection"), row -> Integer.parseInt(row.get("false_alerts"))));
        assertEquals(Set.of("budget 15", "budget 30", "budget 60", "budget 120"), falseAlerts.keySet());
        assertTrue(falseAlerts.get("budget 15") < falseAlerts.get("budget 60"), falseAlerts.toString());
    }

    @Test
    void unknownEventsAreRefusedWithTheirLine() throws Exception {
        Path events = Files.writeString(
                temp.resolve("events.csv"),
                "segment_id,kpi,start_month,type,magnitude\na|b|c|d,profit,2024-05,DROP,0.4\n");

        Cli.Result result = Cli.run(
                "alerts", "evaluate", "--input", SampleRun.extract(), "--events", events, "--out", temp.resolve("q"));

        assertEquals(3, result.exitCode());
        assertTrue(result.err().contains("line 2") && result.err().contains("profit"), result.err());
    }
}
