package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputEncodingTest {
    /** 뷁, 똠 and 햏 are in MS949 but not in EUC-KR's KS X 1001 table nor in Java's "CP949". */
    private static final String ROW = "202401,뷁똠햏,우수,1,2,3건\n";

    @TempDir
    Path directory;

    @Test
    void findsOutTheEncodingAndReadsTheSameFromEach() {
        byte[] mark = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        String text = SmallBank.HEADER + ROW;
        assertRead("MS949", text.getBytes(InputEncoding.MS949));
        assertRead("UTF-8", text.getBytes(StandardCharsets.UTF_8));
        assertRead("UTF-8", concat(mark, text.getBytes(StandardCharsets.UTF_8)));
        assertRead("UTF-16LE", concat(new byte[] {(byte) 0xFF, (byte) 0xFE}, text.getBytes(StandardCharsets.UTF_16LE)));
        assertRead("UTF-16BE", concat(new byte[] {(byte) 0xFE, (byte) 0xFF}, text.getBytes(StandardCharsets.UTF_16BE)));
        assertRead("MS949", SmallBank.gzip(text.getBytes(InputEncoding.MS949)));
    }

    @Test
    void decidesLateWhereTheFileBeginsWithMuchAscii() {
        String spec = "월,업종,등급,잔액,손익,건수\n";
        String ascii = " ".repeat(70) + "\n";
        for (Charset charset : List.of(InputEncoding.MS949, StandardCharsets.UTF_8)) {
            for (int lines : new int[] {3_000, 3_692, 3_693, 10_000}) {
                Path file = SmallBank.write(directory.resolve("late.csv"), ascii.repeat(lines) + spec + ROW, charset);
                SmallBank.Result result = SmallBank.read(file);
                assertEquals(List.of("2024-1 뷁똠햏 우수 1.0 2.0 NaN 3.0"), result.rows());
                assertEquals(
                        InputEncoding.nameOf(charset),
                        result.report().files().get(0).encoding());
            }
        }
    }

    @Test
    void everyHangulSyllableAndHanjaSurvivesTheWayThroughMs949() {
        StringBuilder text = new StringBuilder(SmallBank.HEADER);
        int rows = 0;
        for (char c = '가'; c <= '힣'; c++) {
            text.append("202401,").append(c).append(",우수,1,2,3건\n");
            rows++;
        }
        Path file = SmallBank.write(directory.resolve("a.csv"), text.toString(), InputEncoding.MS949);

        SmallBank.Result result = SmallBank.read(file);
        assertEquals(rows, result.rows().stream().distinct().count());
        assertEquals(0, result.report().rejects().size());
        assertTrue(result.rows().get(rows - 1).contains(" 힣 "));
    }

    @Test
    void multiByteCharactersMayStraddleEveryBuffer() {
        String row = "202401,가나다라마바사아자차카타파하,우수,1,2,3건\n";
        for (String shift : List.of("", "x", "xx", "xxx")) {
            String text = SmallBank.HEADER.replace("\n", ",비고\n")
                    + row.replace("\n", "," + shift + "\n").repeat(20_000);
            for (Charset charset : List.of(InputEncoding.MS949, StandardCharsets.UTF_8)) {
                SmallBank.Result result = SmallBank.read(SmallBank.write(directory.resolve("a.csv"), text, charset));
                assertEquals(20_000, result.rows().size());
                assertEquals(1, result.rows().stream().distinct().count());
            }
        }
    }

    @Test
    void namesOfEncodings() {
        for (String name : List.of("cp949", "CP949", "ms949", "euc-kr", "949", " windows-949 ")) {
            assertEquals(InputEncoding.MS949, InputEncoding.of(name).fixed().orElseThrow());
        }
        assertTrue(InputEncoding.of("AUTO").fixed().isEmpty());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> InputEncoding.of("latin-7"))
                .getMessage()
                .contains("known: auto, utf-8"));
    }

    private void assertRead(String encoding, byte[] bytes) {
        SmallBank.Result result = SmallBank.read(SmallBank.write(directory.resolve("a.csv"), bytes));
        assertEquals(List.of("2024-1 뷁똠햏 우수 1.0 2.0 NaN 3.0"), result.rows());
        assertEquals(encoding, result.report().files().get(0).encoding());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
