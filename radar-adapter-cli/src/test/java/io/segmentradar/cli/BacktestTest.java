package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final Path RETAIL = Path.of("../../shared/data/aus_retail.csv.gz");

    @TempDir
    Path out;

    @Test
    void retailSeriesAreForecastFarBetterThanLastYear() throws IOException {
        assumeTrue(Files.exists(RETAIL), "no ../shared/data here");
        Cli.Result result = Cli.run(
                "backtest",
                "--input",
                RETAIL,
                "--spec",
                "../docs/examples/aus_retail.yaml",
                "--last-months",
                60,
                "--complete-series",
                "--out",
                out,
                "--lang",
                "en");

        assertEquals(0, result.exitCode(), result.err());
        List<Map<String, String>> rows = Cli.rows(out.resolve("backtest.csv"));
        for (int h = 1; h <= 3; h++) {
            String horizon = Integer.toString(h);
            Map<String, String> row = rows.stream()
                    .filter(r -> r.get("model").equals("published")
                            && r.get("hierarchy_level").equals("segment")
                            && r.get("size_class").equals("all")
                            && r.get("horizon").equals(horizon))
                    .findFirst()
                    .orElseThrow();
            assertEquals(148 * (13 - h), Integer.parseInt(row.get("n")));
            assertTrue(Double.parseDouble(row.get("mase")) < 0.8, row::toString);
        }
        String page = Files.readString(out.resolve("backtest.html"));
        assertTrue(page.contains("<svg") && page.contains("Turnover"));
        assertFalse(page.contains("http://") || page.contains("https://"), "the page must work offline");
    }

    @Test
    void tooFewMonthsAreSaid() throws IOException {
        Path extract = out.resolve("short.csv");
        Files.writeString(extract, "state,industry,month,turnover\nA,B,2020-01,5\nA,B,2020-02,6\n");
        Cli.Result result = Cli.run(
                "backtest",
                "--input",
                extract,
                "--spec",
                "../docs/examples/aus_retail.yaml",
                "--out",
                out.resolve("o"));
        assertEquals(4, result.exitCode(), result.err());
    }
}
