package io.segmentradar.features.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.panel.IngestReport.Reject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files whose writer knows what a reader must find: rows, lines of bad rows, whatever the quoting. */
class AnyCsvTest {
    private static final String[] KEYS = {"건설업", "도매, 소매", "a\"b", "줄\n바꿈", "=1+1", "#", "ㆍ", "x y"};
    private static final String[] LINE_ENDS = {"\n", "\r\n", "\r"};

    @TempDir
    Path directory;

    private final StringBuilder text = new StringBuilder();
    private final List<String> good = new ArrayList<>();
    private final List<Long> badLines = new ArrayList<>();
    private long line = 1;

    @Test
    void readsBackWhatAWriterWroteWithAnyQuotingAndLineEnds() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            text.setLength(0);
            good.clear();
            badLines.clear();
            line = 1;
            boolean extra = random.nextBoolean();
            cells(random, extra, "월", "업종", "등급", "잔액", "손익", "건수");
            int rows = 1 + random.nextInt(3_000);
            for (int r = 0; r < rows; r++) {
                if (random.nextInt(20) == 0) {
                    lineEnd(random);
                }
                row(random, extra);
            }
            Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : InputEncoding.MS949;
            byte[] bytes = text.toString().getBytes(charset);
            Path file = SmallBank.write(
                    directory.resolve("a" + seed), random.nextBoolean() ? bytes : SmallBank.gzip(bytes));

            SmallBank.Result result = SmallBank.read(file);
            assertEquals(good, result.rows(), "seed " + seed);
            assertEquals(
                    badLines,
                    result.report().rejects().stream().map(Reject::line).toList(),
                    "seed " + seed);
            assertEquals(rows, result.report().rows());
        }
    }

    private void row(Random random, boolean extra) {
        boolean bad = random.nextInt(10) == 0;
        String key = KEYS[random.nextInt(KEYS.length)];
        int month = 1 + random.nextInt(12);
        int balance = random.nextInt(10_000_000);
        String amount = bad ? "?" : random.nextBoolean() ? "" + balance : String.format("%,d", balance);
        if (bad) {
            badLines.add(line);
        } else {
            good.add("2024-" + month + " " + key + " 우수 " + (double) balance + " NaN NaN 3.5");
        }
        cells(random, extra, String.format("2024%02d", month), key, "우수", amount, "", "2건초과 5건이하");
    }

    /** Writes a row; a seventh column that no spec names takes any text. */
    private void cells(Random random, boolean extra, String... cells) {
        for (int c = 0; c < cells.length; c++) {
            cell(random, cells[c]);
            if (c < cells.length - 1 || extra) {
                text.append(',');
            }
        }
        if (extra) {
            cell(random, KEYS[random.nextInt(KEYS.length)]);
        }
        lineEnd(random);
    }

    private void cell(Random random, String cell) {
        boolean mustQuote = cell.contains(",") || cell.contains("\n") || cell.startsWith("\"");
        String pad = random.nextInt(8) == 0 ? " " : "";
        if (mustQuote || random.nextInt(3) == 0) {
            text.append(pad)
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"')
                    .append(pad);
            line += cell.chars().filter(c -> c == '\n').count();
        } else {
            text.append(pad).append(cell).append(pad);
        }
    }

    private void lineEnd(Random random) {
        // A lone CR and the LF of a blank line behind it would be one line end.
        boolean afterCr = text.charAt(text.length() - 1) == '\r';
        text.append(LINE_ENDS[afterCr ? 1 + random.nextInt(2) : random.nextInt(3)]);
        line++;
    }
}
