package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.panel.MonthlySeries;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonthlySeriesCsvTest {
    private static final Label USD = new Label("원/달러", "USD/KRW");

    @TempDir
    Path directory;

    @Test
    void readsMonthsAndValuesInAnyOrder() {
        MonthlySeries series = read("month,usd_krw\r\n2024-02,\"1,331.5\"\r\n202401, 1320.25\r\n");

        assertEquals("usd_krw", series.id());
        assertEquals(1331.5, series.at(YearMonth.of(2024, 2)).orElseThrow());
        assertEquals(1320.25, series.knownAt(YearMonth.of(2024, 2)).orElseThrow(), "one month of publication lag");
    }

    @Test
    void namesEveryBadLine() {
        assertRejected(
                "month,rate\n2024-13,1\n2024-01,x\n2024-02,\n2024-03,1\n2024-03,2\n2024-04\n2024-05,NaN\n",
                "6 bad line(s)",
                "line 2: '2024-13' is not a month such as 2024-12",
                "line 3: 'x' is not a number",
                "line 4: '' is not a number",
                "line 6: 2024-03 appears a second time",
                "line 7: not a month and a value",
                "line 8: 'NaN' is not a number");
    }

    @Test
    void refusesFilesOfAnotherShape() {
        assertRejected("", "a.csv is empty");
        assertRejected("month,rate\n", "has a header but no values");
        assertRejected("2024-01,1320\n2024-02,1331\n", "the header is missing");
        assertRejected("month,usd,jpy\n2024-01,1,2\n", "expected two columns, month and value, found 3");
        assertRejected("month;usd\n2024-01;1\n", "found 1: month;usd");
    }

    private MonthlySeries read(String text) {
        return MonthlySeriesCsv.read(SmallBank.write(directory.resolve("a.csv"), text), "usd_krw", USD, 1);
    }

    private void assertRejected(String text, String... parts) {
        String message =
                assertThrows(InputRejectedException.class, () -> read(text)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
