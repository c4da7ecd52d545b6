package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.testing.JavaProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectedInputTest {
    private static final String GOOD = "202401,건설업,우수,1,2,3건\n";

    @TempDir
    Path directory;

    @Test
    void anEmptyFile() {
        assertRejected("", "a.csv is empty");
    }

    @Test
    void aPackedEmptyFile() {
        assertRejected(SmallBank.gzip(new byte[0]), "a.csv has only blank lines");
    }

    @Test
    void blankLinesOnly() {
        assertRejected("\n \r\n", "only blank lines");
    }

    @Test
    void aHeaderWithoutRows() {
        assertRejected(SmallBank.HEADER, "a.csv has a header but no rows");
    }

    @Test
    void aMissingFile() {
        Path file = directory.resolve("none.csv");

        assertTrue(assertThrows(InputRejectedException.class, () -> SmallBank.read(file))
                .getMessage()
                .contains("none.csv cannot be read: there is no such file"));
    }

    @Test
    void missingColumnsAllAtOnceWithTheNearestNames() {
        assertRejected(
                "월,업 종,등급,손익\n" + GOOD,
                "line 1",
                "3 required column(s)",
                "'업종' (did you mean '업 종'?)",
                "'잔액'",
                "'건수'",
                "smallbank");
    }

    @Test
    void aHeaderWithAnotherSeparator() {
        assertRejected(SmallBank.HEADER.replace(',', ';') + GOOD, "separate the columns by commas");
    }

    @Test
    void aColumnThatAppearsTwice() {
        assertRejected("월,업종,등급,잔액,손익,건수,잔액\n" + GOOD, "[잔액]", "more than once");
    }

    @Test
    void aTruncatedGzip() {
        byte[] packed = SmallBank.gzip((SmallBank.HEADER + GOOD.repeat(5000)).getBytes(StandardCharsets.UTF_8));

        assertRejected(Arrays.copyOf(packed, packed.length - 5), "a.csv is truncated", "Deliver the file again");
        assertRejected(Arrays.copyOf(packed, packed.length / 2), "a.csv is truncated");
        assertRejected(Arrays.copyOf(packed, 5), "a.csv is truncated");
    }

    @Test
    void aDamagedGzip() {
        byte[] packed = SmallBank.gzip((SmallBank.HEADER + GOOD.repeat(5000)).getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 1;

        assertRejected(packed, "a.csv is damaged");
    }

    @Test
    void aWorkbook() {
        assertRejected(new byte[] {'P', 'K', 3, 4, 20}, "Excel workbook");
    }

    @Test
    void aTextOfZeroBytes() {
        assertRejected(SmallBank.HEADER.getBytes(StandardCharsets.UTF_16LE), "zero bytes");
    }

    /** Says why the file was rejected; if memory followed the line, it would end for want of it. */
    static final class ReadInSmallHeap {
        public static void main(String[] args) {
            System.out.println(assertThrows(InputRejectedException.class, () -> SmallBank.read(Path.of(args[0])))
                    .getMessage());
        }
    }

    @Test
    void aLineOfOneGigabyteInBoundedMemory() throws IOException, InterruptedException {
        byte[] block = new byte[1 << 26];
        Arrays.fill(block, (byte) '7');
        byte[] packed = SmallBank.gzip(block);
        for (String rowStart : List.of("202401,", "202401,건설업,우수,1,2,3건,")) {
            Path file = directory.resolve("a.csv.gz");
            try (OutputStream out = Files.newOutputStream(file)) {
                String start = SmallBank.HEADER.replace("\n", ",비고\n") + rowStart;
                out.write(SmallBank.gzip(start.getBytes(StandardCharsets.UTF_8)));
                for (int i = 0; i < 16; i++) {
                    out.write(packed);
                }
            }
            Process reader = JavaProcess.start(List.of("-Xmx64m"), ReadInSmallHeap.class, file);
            String message = new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, reader.waitFor(), message);
            assertTrue(message.contains("a.csv.gz") && message.contains("line 2"), message);
            assertTrue(
                    message.contains("is longer than 1048576 characters")
                            || message.contains("longer than 32767 characters"),
                    message);
        }
    }

    @Test
    void aQuoteThatIsNeverClosed() {
        assertRejected(SmallBank.HEADER + GOOD + "202401,\"건설업,우수,1,2,3건\n" + GOOD, "lines 3 to 4", "Close the quote");
        assertRejected(SmallBank.HEADER + GOOD + "202401,건설업,우수,1,2,\"3건", "not closed");
        assertRejected(
                SmallBank.HEADER + GOOD + "202401,\"건설업,우수,1,2,3건\n" + GOOD.repeat(5000),
                "line 3",
                "longer than 32767");
    }

    @Test
    void aQuoteThatSwallowsLinesUpToTheNext() {
        assertRejected(
                SmallBank.HEADER + GOOD + "202401,\"건설업,우수,1,2,3건\n202401,\"금융업\",우수,1,2,3건\n" + GOOD,
                "line 3",
                "quote");
    }

    @Test
    void aQuoteThatIsNeverClosedInAColumnThatNobodyReads() {
        String row = "x," + GOOD;
        assertRejected(
                "비고," + SmallBank.HEADER + row + "\"" + row.repeat(200_000),
                "row that starts on line 3",
                "Close the quote");
    }

    @Test
    void aHeaderWithBrokenQuotes() {
        assertRejected("\"월\"x,업종,등급,잔액,손익,건수\n" + GOOD, "line 1", "text follows a closing quote");
        assertRejected("\"월,업종,등급,잔액,손익,건수\n" + GOOD.repeat(300_000), "row that starts on line 1", "Close the quote");
    }

    @Test
    void anotherEncodingThanTheOneGiven() {
        Path file = SmallBank.write(directory.resolve("a.csv"), SmallBank.HEADER + GOOD);

        String message = assertThrows(
                        InputRejectedException.class, () -> SmallBank.read(InputEncoding.of("cp949"), file))
                .getMessage();
        assertTrue(message.contains("line 1 (read as MS949)"), message);
    }

    @Test
    void tooManyCellsInARow() {
        assertRejected(SmallBank.HEADER + GOOD + ",".repeat(20_000) + "\n", "line 3", "cells beyond the header");
    }

    @Test
    void aHeaderThatIsNotInTheEncodingGiven() {
        Path file = SmallBank.write(directory.resolve("a.csv"), SmallBank.HEADER + GOOD, InputEncoding.MS949);

        String message = assertThrows(
                        InputRejectedException.class, () -> SmallBank.read(InputEncoding.of("utf-8"), file))
                .getMessage();
        assertTrue(
                message.contains("line 1 (read as UTF-8): the header has characters")
                        && message.contains("--encoding auto"),
                message);
    }

    @Test
    void moreBadRowsThanAFileOfThisLayoutCanHave() {
        assertRejected(
                SmallBank.HEADER + "x,건설업,우수,1,2,3건\n".repeat(CsvRecordSource.MOST_REJECTS + 1),
                "a.csv, line 2, column '월', value 'x'");
    }

    private void assertRejected(String text, String... parts) {
        assertRejected(text.getBytes(StandardCharsets.UTF_8), parts);
    }

    private void assertRejected(byte[] bytes, String... parts) {
        Path file = SmallBank.write(directory.resolve("a.csv"), bytes);
        String message = assertThrows(InputRejectedException.class, () -> SmallBank.read(file))
                .getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }
}
