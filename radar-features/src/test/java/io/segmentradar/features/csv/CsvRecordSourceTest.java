package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.panel.IngestReport.InputFile;
import io.segmentradar.core.panel.InputRejectedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("looks at the threads of the whole process")
class CsvRecordSourceTest {
    @TempDir
    Path directory;

    @Test
    void passesRowsOnInInputOrderOverSeveralFilesOfDifferentColumnOrder() {
        Path first = file("a.csv", SmallBank.HEADER + "202401,건설업,우수,1,2,3건\n202402,건설업,일반,4,5,1개\n");
        Path second = file("b.csv", "건수,신탁,잔액,손익,등급,업종,월\n0건,9,7,8,우수,금융업,202403\n");

        assertEquals(
                List.of(
                        "2024-1 건설업 우수 1.0 2.0 NaN 3.0",
                        "2024-2 건설업 일반 4.0 5.0 NaN 1.0",
                        "2024-3 금융업 우수 7.0 8.0 9.0 0.0"),
                SmallBank.read(first, second).rows());
    }

    @Test
    void readsNumbersWithSeparatorsSpacesAndBlanks() {
        Path file = file(
                "a.csv",
                SmallBank.HEADER + "202401, 건설업 ,우수,\"1,234.5\",  -7 ,\n"
                        + "202401,,우수,,\" 2,000 \", 2건초과 5건이하 \n"
                        + " 202401 ,\" \",일반,1.5E+3,+.5,\"1,000건 초과\"\n");

        assertEquals(
                List.of(
                        "2024-1 건설업 우수 1234.5 -7.0 NaN NaN",
                        "2024-1 미상 우수 NaN 2000.0 NaN 3.5",
                        "2024-1 미상 일반 1500.0 0.5 NaN 1001.0"),
                SmallBank.read(file).rows());
    }

    @Test
    void keepsKeysThatLookLikeFormulasOrCommentsAsData() {
        Path file = file(
                "a.csv",
                SmallBank.HEADER + "202401,=cmd|'/c calc'!A0,우수,1,1,\n202401,#건설,우수,1,1,\n"
                        + "202401,\"의료, \"\"정밀\"\"\",우수,1,1,\n202401,5\" 관,우수,1,1,\n");

        List<String> rows = SmallBank.read(file).rows();
        assertTrue(rows.get(0).contains(" =cmd|'/c calc'!A0 "), rows.get(0));
        assertTrue(rows.get(1).contains(" #건설 "), rows.get(1));
        assertTrue(rows.get(2).contains(" 의료, \"정밀\" "), rows.get(2));
        assertTrue(rows.get(3).contains(" 5\" 관 "), rows.get(3));
    }

    @Test
    void reportsColumnsThatTheSpecDoesNotNameOnce() {
        String header = "월,시군구,업종,등급,잔액,손익,건수,비고,\n";
        Path first = file("a.csv", header + "202401,중구,건설업,우수,1,2,3건,,\n");
        Path second = file("b.csv", header + "202402,남구,건설업,우수,1,2,3건,,\n");

        assertEquals(
                List.of("시군구", "비고"), SmallBank.read(first, second).report().ignoredColumns());
    }

    @Test
    void blankLinesAreNoRows() {
        Path file = file("a.csv", "\n  \n" + SmallBank.HEADER + "\n202401,건설업,우수,1,2,x\n   \n\n202401,건설업,우수,1,2,y");

        SmallBank.Result result = SmallBank.read(file);
        assertEquals(2, result.report().rows());
        assertEquals(5, result.report().rejects().get(0).line());
        assertEquals(8, result.report().rejects().get(1).line());
    }

    @Test
    void digestsAndCountsTheBytesAsDelivered() throws Exception {
        byte[] text = (SmallBank.HEADER + "202401,건설업,우수,1,2,3건\n").getBytes(StandardCharsets.UTF_8);
        Path plain = SmallBank.write(directory.resolve("plain.csv"), text);
        Path packed = SmallBank.write(directory.resolve("packed.csv.gz"), SmallBank.gzip(text));

        for (Path path : List.of(plain, packed)) {
            SmallBank.Result result = SmallBank.read(path);
            InputFile file = result.report().files().get(0);
            byte[] delivered = Files.readAllBytes(path);
            assertEquals(
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(delivered)),
                    file.sha256());
            assertEquals(delivered.length, file.bytes());
            assertEquals(path.getFileName().toString(), file.name());
            assertEquals(List.of("2024-1 건설업 우수 1.0 2.0 NaN 3.0"), result.rows());
        }
    }

    @Test
    void tellsGzipByItsFirstBytesNotByTheName() {
        byte[] packed = SmallBank.gzip((SmallBank.HEADER + "202401,건설업,우수,1,2,3건\n").getBytes(StandardCharsets.UTF_8));

        assertEquals(
                1,
                SmallBank.read(SmallBank.write(directory.resolve("a.csv"), packed))
                        .rows()
                        .size());
    }

    @Test
    void theSameFileTwiceIsRefused() {
        String text = SmallBank.HEADER + "202401,건설업,우수,1,2,3건\n";
        Path first = file("a.csv", text);
        Path copy = file("copy.csv", text);

        String message = assertThrows(InputRejectedException.class, () -> SmallBank.read(first, copy))
                .getMessage();
        assertTrue(message.contains("copy.csv") && message.contains("a.csv"), message);
    }

    @Test
    void aFailingSinkStopsTheReadingThreadAndLetsGoOfTheFile() throws Exception {
        StringBuilder text = new StringBuilder(SmallBank.HEADER);
        for (int i = 0; i < 50_000; i++) {
            text.append("202401,건설업,우수,1,2,3건\n");
        }
        Path file = file("a.csv", text.toString());
        CsvRecordSource source = new CsvRecordSource(SmallBank.SPEC, List.of(file), InputEncoding.AUTO);

        assertThrows(
                ArithmeticException.class,
                () -> source.read(row -> {
                    throw new ArithmeticException("sink");
                }));
        assertFalse(
                Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().startsWith("csv-")),
                "the reading threads have ended");
    }

    @Test
    void readingTwiceGivesTheSame() {
        Path file = file("a.csv", SmallBank.HEADER + "202401,건설업,우수,1,2,3건\n202413,건설업,우수,1,2,3건\n");

        assertEquals(SmallBank.read(file), SmallBank.read(file));
    }

    private Path file(String name, String text) {
        return SmallBank.write(directory.resolve(name), text);
    }
}
