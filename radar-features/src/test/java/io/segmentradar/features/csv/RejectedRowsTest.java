package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.panel.IngestReport.Reject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectedRowsTest {
    private static final String GOOD = "202401,건설업,우수,1,2,3건\n";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "202213,건설업,우수,1,2,3건|월|202213|not a month",
                "202200,건설업,우수,1,2,3건|월|202200|not a month",
                "2022-01,건설업,우수,1,2,3건|월|2022-01|not a month",
                ",건설업,우수,1,2,3건|월|''|not a month",
                "월,업종,등급,잔액,손익,건수|월|월|not a month",
                "202401,*,우수,1,2,3건|업종|*|reserved for totals",
                "202401,건설업,최우수,1,2,3건|등급|최우수|우수, 일반",
                "202401,건설업,우수,NaN,2,3건|잔액|NaN|not a finite decimal number",
                "202401,건설업,우수,Infinity,2,3건|잔액|Infinity|not a finite decimal number",
                "202401,건설업,우수,1e999,2,3건|잔액|1e999|not a finite decimal number",
                "202401,건설업,우수,0x1p3,2,3건|잔액|0x1p3|not a finite decimal number",
                "202401,건설업,우수,1d,2,3건|잔액|1d|not a finite decimal number",
                "202401,건설업,우수,'1,5',2,3건|''|202401|7 cells instead of 6",
                "202401,건설업,우수,\"1,5\",2,3건|잔액|1,5|not a finite decimal number",
                "202401,건설업,우수,-0.01,2,3건|잔액|-0.01|must not be negative",
                "202401,건설업,우수,1,two,3건|손익|two|not a finite decimal number",
                "202401,건설업,우수,1,2,많음|건수|많음|not a count or a range",
                "202401,건설업,우수,1,2,5건초과 2건이하|건수|5건초과 2건이하|not a count or a range",
                "202401,건설업,우수,1,2|''|202401|fewer cells than the 6",
                "202401|''|202401|fewer cells than the 6",
                "202401,건설업,우수,1,2,3건,|''|202401|7 cells instead of 6",
            })
    void aBadRowIsNamedWithLineColumnValueAndReason(String row, String column, String value, String reason) {
        Path file = SmallBank.write(directory.resolve("a.csv"), SmallBank.HEADER + GOOD + row + "\n" + GOOD);

        SmallBank.Result result = SmallBank.read(file);
        assertEquals(2, result.rows().size());
        assertEquals(1, result.report().files().get(0).rejects());
        assertEquals(3, result.report().files().get(0).rows());
        Reject reject = result.report().rejects().get(0);
        assertEquals("a.csv", reject.file());
        assertEquals(3, reject.line());
        assertEquals(column, reject.column());
        assertEquals(value, reject.value());
        assertTrue(reject.reason().contains(reason), reject.reason());
    }

    @Test
    void linesAreRightBehindEmbeddedNewlinesAndMixedLineEnds() {
        Path file = SmallBank.write(
                directory.resolve("a.csv"),
                "월,업종,등급,잔액,손익,건수\r\n"
                        + "202401,건설업,우수,1,2,3건\n"
                        + "202401,\"건\r\n설\n업\",우수,1,2,3건\r\n"
                        + "202401,\"x\ny\",우수,bad,2,3건\r"
                        + "202401,건설업,우수,1,2,3건\r"
                        + "202401,건설업,우수,worse,2,3건\r\n"
                        + "\r\n"
                        + "202401,건설업,우수,worst,2,3건");

        SmallBank.Result result = SmallBank.read(file);
        assertEquals(
                List.of(6L, 9L, 11L),
                result.report().rejects().stream().map(Reject::line).toList());
        assertTrue(result.rows().get(1).contains("건\n설\n업"));
    }

    @Test
    void aMalformedCharacterRejectsItsRowOnly() {
        byte[] text = (SmallBank.HEADER + GOOD + "202401,건?업,우수,1,2,3건\n" + GOOD).getBytes(StandardCharsets.UTF_8);
        int at = new String(text, StandardCharsets.ISO_8859_1).indexOf('?');
        text[at] = (byte) 0xFF;
        Path file = SmallBank.write(directory.resolve("a.csv"), text);

        SmallBank.Result result = SmallBank.read(InputEncoding.of("utf-8"), file);
        assertEquals(2, result.rows().size());
        Reject reject = result.report().rejects().get(0);
        assertEquals(3, reject.line());
        assertEquals("업종", reject.column());
        assertTrue(reject.reason().contains("not valid in the file's encoding"), reject.reason());
    }

    @Test
    void aMalformedCharacterInAnIgnoredColumnRejectsItsRowToo() {
        byte[] text = ("비고," + SmallBank.HEADER + "x," + GOOD + "?," + GOOD).getBytes(InputEncoding.MS949);
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        Path file = SmallBank.write(directory.resolve("a.csv"), text);

        assertEquals(3, SmallBank.read(file).report().rejects().get(0).line());
    }

    @Test
    void aMalformedCharacterBetweenCarriageReturnAndLineFeedDoesNotJoinLines() {
        byte[] text = (SmallBank.HEADER + GOOD.strip() + "\r?\n" + GOOD).getBytes(InputEncoding.MS949);
        text[new String(text, StandardCharsets.ISO_8859_1).indexOf('?')] = (byte) 0xFF;
        Path file = SmallBank.write(directory.resolve("a.csv"), text);

        SmallBank.Result result = SmallBank.read(file);
        assertEquals(2, result.rows().size());
        assertEquals(3, result.report().rejects().get(0).line());
    }

    @Test
    void aLongValueIsShownShortened() {
        Path file = SmallBank.write(
                directory.resolve("a.csv"), SmallBank.HEADER + "202401,건설업,우수," + "x".repeat(5000) + ",2,3건\n" + GOOD);

        assertEquals(101, SmallBank.read(file).report().rejects().get(0).value().length());
    }
}
