package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.PlainLine;
import io.segmentradar.features.spec.SpecLoader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Real-sized files against sums made by a second route: lines split by hand, boxed numbers in maps. */
class BankFilesTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final List<String> KEYS = List.of("업종_중분류", "사업장_시도", "법인_고객등급", "전담고객여부");

    @Test
    void theSmallBanksPanelHasTheSumsOfItsRows() throws IOException {
        Path file = data("bank_small.csv.gz");
        RadarSpec spec = new SpecLoader().load("imbank");
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        IngestReport report = new CsvRecordSource(spec, List.of(file), InputEncoding.AUTO).read(aggregator);
        SegmentPanel panel = aggregator.panel();

        assertEquals(31_720, report.rows());
        assertEquals(List.of(), report.rejects());
        assertEquals("MS949", report.files().get(0).encoding());
        assertEquals(List.of("사업장_시군구"), report.ignoredColumns());
        assertEquals(300, panel.segments());
        assertEquals(36, panel.months().count());

        Map<String, Double> deposits = new TreeMap<>();
        Map<String, Double> inflow = new TreeMap<>();
        Map<String, Integer> customers = new TreeMap<>();
        for (Map<String, String> row : rows(file)) {
            String cell = String.join("|", KEYS.stream().map(row::get).toList()).replace("||", "|미상|") + "@"
                    + row.get("기준년월");
            customers.merge(cell, 1, Integer::sum);
            deposits.merge(cell, number(row, "요구불예금잔액") + number(row, "거치식예금잔액") + number(row, "적립식예금잔액"), Double::sum);
            inflow.merge(cell, number(row, "요구불입금금액") - number(row, "요구불출금금액"), Double::sum);
        }
        int compared = 0;
        for (int s = 0; s < panel.segments(); s++) {
            for (int m = 0; m < panel.months().count(); m++) {
                String cell = panel.index().id(s) + "@"
                        + panel.months().at(m).toString().replace("-", "");
                if (customers.containsKey(cell)) {
                    compared++;
                    assertEquals(customers.get(cell), (int)
                            panel.column(SegmentPanel.CUSTOMER_COUNT).value(s, m));
                    assertNear(deposits.get(cell), panel.column("deposits").value(s, m), cell);
                    assertNear(inflow.get(cell), panel.column("net_inflow").value(s, m), cell);
                }
            }
        }
        assertEquals(customers.size(), compared, "every cell was compared");
    }

    @Test
    void theAustralianBanksAreReadByTheirSpecFile() throws IOException {
        Path file = data("apra_madis.csv");
        RadarSpec spec = new SpecLoader()
                .load(Path.of("..", "docs", "examples", "apra.yaml").toString());
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        IngestReport report = new CsvRecordSource(spec, List.of(file), InputEncoding.AUTO).read(aggregator);
        SegmentPanel panel = aggregator.panel();

        assertEquals(7_290, report.rows());
        assertEquals(List.of(), report.rejects());
        assertEquals(142, panel.segments());
        assertEquals(58, panel.months().count());
        double household = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("2023-12"))
                .map(PlainLine::fields)
                .mapToDouble(cells -> Double.parseDouble(cells.get(cells.size() - 3)))
                .sum();
        SegmentPanel bank =
                panel.rollUp(SegmentHierarchy.standard(spec.dimensions()).bank());
        assertEquals(household, bank.column("household_deposits").value(0, 57), 1e-6 * household);
    }

    private static Path data(String name) {
        Path file = DATA.resolve(name);
        assumeTrue(Files.exists(file), file + " is not here");
        return file;
    }

    private static void assertNear(double expected, double actual, String cell) {
        assertTrue(Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected)), cell);
    }

    private static double number(Map<String, String> row, String column) {
        String text = row.get(column).strip();
        return text.isEmpty() ? 0 : Double.parseDouble(text);
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), Charset.forName("x-windows-949")))) {
            List<String> header = Arrays.asList(lines.readLine().split(","));
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = PlainLine.fields(line);
                Map<String, String> row = new HashMap<>();
                for (int c = 0; c < cells.size(); c++) {
                    row.put(header.get(c), cells.get(c).strip());
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
