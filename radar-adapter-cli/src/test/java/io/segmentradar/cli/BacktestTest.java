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
                48,
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

    @Test
    void optionsThatCannotBeAreNamedTogether() {
        Cli.Result result = Cli.run(
                "backtest", "--input", "x.csv", "--origins", 0, "--step", 0, "--refit", "never", "--horizons", "1,4");
        assertEquals(2, result.exitCode());
        for (String wrong : List.of("--origins 0", "--step 0", "--refit never", "--horizons 4")) {
            assertTrue(result.err().contains(wrong), result.err());
        }
    }

    @Test
    void moreOriginsThanThePanelHasAndUnknownLevelsAreRefusedBeforeTheWork() throws IOException {
        Path extract = out.resolve("two_years.csv");
        StringBuilder rows = new StringBuilder("state,industry,month,turnover\n");
        for (int m = 0; m < 24; m++) {
            rows.append("A,B,")
                    .append(2020 + m / 12)
                    .append('-')
                    .append(String.format("%02d", m % 12 + 1))
                    .append(",5\n");
        }
        Files.writeString(extract, rows);
        Object[] usual = {
            "backtest", "--input", extract, "--spec", "../docs/examples/aus_retail.yaml", "--out", out, "--lang", "en"
        };

        Cli.Result origins = Cli.run(with(usual, "--origins", 10, "--step", 3));
        assertEquals(2, origins.exitCode(), origins.err());
        assertTrue(origins.err().contains("can be measured"), origins.err());
        Cli.Result levels = Cli.run(with(usual, "--levels", "bank,branch"));
        assertEquals(2, levels.exitCode(), levels.err());
        assertTrue(levels.err().contains("does not know branch"), levels.err());
    }

    @Test
    void measuredAsOfAMonthIsWhatTheInputUpToItGives() throws IOException {
        Path whole = sales("whole.csv", 30);
        Path cut = sales("cut.csv", 24);
        for (Path input : List.of(whole, cut)) {
            Cli.Result result = Cli.run(with(
                    command(input, out.resolve(input.getFileName() + ".out")),
                    input == whole ? new Object[] {"--as-of", "2021-12"} : new Object[0]));
            assertEquals(0, result.exitCode(), result.err());
        }

        assertEquals(
                Files.readString(out.resolve("cut.csv.out/backtest.csv")),
                Files.readString(out.resolve("whole.csv.out/backtest.csv")));
        Cli.Result outside = Cli.run(with(command(whole, out.resolve("o")), "--as-of", "2022-07"));
        assertEquals(3, outside.exitCode());
        assertTrue(outside.err().contains("2022-07") && outside.err().contains("2022-06"), outside.err());
    }

    private Path sales(String name, int months) throws IOException {
        StringBuilder rows = new StringBuilder("state,industry,month,turnover\n");
        for (int m = 0; m < months; m++) {
            for (String segment : List.of("A,X", "A,Y", "B,X", "B,Y")) {
                rows.append(segment)
                        .append(String.format(",%d-%02d,", 2020 + m / 12, m % 12 + 1))
                        .append(100 + segment.charAt(2) % 3 * m + m * m * 31 % 17)
                        .append('\n');
            }
        }
        return Files.writeString(out.resolve(name), rows);
    }

    private static Object[] command(Path input, Path out) {
        return new Object[] {
            "backtest", "--input", input, "--spec", "../docs/examples/aus_retail.yaml", "--out", out, "--lang", "en"
        };
    }

    private static Object[] with(Object[] usual, Object... more) {
        List<Object> all = new java.util.ArrayList<>(List.of(usual));
        all.addAll(List.of(more));
        return all.toArray();
    }
}
