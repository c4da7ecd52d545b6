package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows split in place are those that the CSV library finds in the same file. */
class RowSplitterTest {
    private static final String[] CELLS = {
        "",
        " ",
        "7",
        "0.0",
        "1,234.5",
        "건설업",
        " 도매 ",
        "2건초과 5건이하",
        "긴 글 ".repeat(50).strip()
    };

    @TempDir
    Path directory;

    @Test
    void findsTheRowsThatTheLibraryFinds() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            // One file in four has a quote within a cell somewhere, from which on the library takes over.
            Path file = SmallBank.write(directory.resolve("s" + seed), text(random, seed % 4 == 0));
            List<String> expected = byLibrary(file);
            List<String> found = inPlace(file);
            for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
                assertEquals(expected.get(i), found.get(i), "seed " + seed);
            }
            assertEquals(expected.size(), found.size(), "seed " + seed);
        }
    }

    private static String text(Random random, boolean hasOddCell) {
        int rows = 1 + random.nextInt(1500);
        int odd = hasOddCell ? random.nextInt(rows) : -1;
        StringBuilder text = new StringBuilder(SmallBank.HEADER);
        for (int r = 0; r < rows; r++) {
            int cells = random.nextInt(20) == 0 ? random.nextInt(9) : 6;
            for (int c = 0; c < cells; c++) {
                String cell = CELLS[random.nextInt(CELLS.length)];
                String quote = cell.contains(",") || random.nextInt(10) == 0 ? "\"" : "";
                text.append(c == 0 ? "" : ",").append(quote).append(cell).append(quote);
            }
            text.append(r == odd ? ",a\"b" : "").append(r == rows - 1 && random.nextBoolean() ? "" : "\n");
        }
        return text.toString();
    }

    private static List<String> byLibrary(Path path) {
        List<String> found = new ArrayList<>();
        try (CsvFile file = new CsvFile(path, InputEncoding.AUTO)) {
            CsvTokens tokens = file.rows(new int[] {0, 1, 2, 3, 4, 5});
            for (String[] row = tokens.next(); row != null; row = tokens.next()) {
                found.add(tokens.line() + (tokens.isComplete(row) ? trimmed(row) : " bad " + (row.length > 6)));
            }
        }
        return found;
    }

    private static List<String> inPlace(Path path) {
        List<String> found = new ArrayList<>();
        try (CsvFile file = new CsvFile(path, InputEncoding.AUTO)) {
            int[] all = {0, 1, 2, 3, 4, 5};
            RowSplitter rows = file.extract(all);
            ColumnPositions positions = new ColumnPositions(file.header(), SmallBank.SPEC);
            RowBatch batch = new RowBatch("", positions);
            while (rows.next(batch)) {
                found.add(text(batch, batch.size - 1, all));
                batch = batch.isFull() ? new RowBatch("", positions) : batch;
            }
        }
        return found;
    }

    private static String text(RowBatch batch, int row, int[] columns) {
        String[] cells = batch.incomplete(row);
        return batch.lines[row]
                + (cells != null
                        ? " bad " + (cells.length > 6)
                        : trimmed(Arrays.stream(columns)
                                .mapToObj(c -> batch.cell(row, c))
                                .toArray(String[]::new)));
    }

    private static String trimmed(String[] row) {
        return Arrays.stream(row).map(String::trim).toList().toString();
    }
}
