package io.segmentradar.features.csv;

import io.segmentradar.core.panel.IngestReport.Reject;
import io.segmentradar.core.panel.RecordSource.RawRecord;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RadarSpec.AmountColumn;
import java.util.List;

/** Turns the texts of a row into numbers and keys, or says what is wrong with it. One object for all rows; one thread. */
final class RowConverter implements RawRecord {
    private static final int LONGEST_SHOWN = 100;

    private final RadarSpec spec;
    private final List<KeyText> keyTexts;
    private final MonthText month;
    private final KnownTexts texts = new KnownTexts();
    private final NumberText numbers = new NumberText();
    private final RangeText rangeTexts = new RangeText();
    private final boolean[] signed;
    private final String[] keys;
    private final double[] amounts;
    private final double[] counts;
    private String badColumn;
    private String badValue;
    private String reason;

    RowConverter(RadarSpec spec) {
        this.spec = spec;
        this.month = new MonthText(spec.month().pattern());
        this.keyTexts = spec.dimensions().stream().map(KeyText::new).toList();
        this.keys = new String[spec.dimensions().size()];
        this.amounts = new double[spec.amounts().size()];
        this.counts = new double[spec.ranges().size()];
        this.signed = new boolean[amounts.length];
        for (int c = 0; c < amounts.length; c++) {
            AmountColumn column = spec.amounts().get(c);
            signed[c] = column.signed();
        }
    }

    /** Reads row {@code i} of a batch; false if it is bad, and {@link #reject} then says why. */
    boolean read(RowBatch batch, int i) {
        ColumnPositions positions = batch.positions;
        String[] cells = batch.incomplete(i);
        if (cells != null) {
            return bad("", cells.length == 0 || cells[0] == null ? "" : cells[0], fieldCount(cells, positions.width));
        }
        if (batch.malformed[i]) {
            return malformed(batch, i);
        }
        return readMonth(batch, i)
                && readKeys(batch, i, positions.keys)
                && readAmounts(batch, i, positions.amounts)
                && readCounts(batch, i, positions.ranges);
    }

    /** What is wrong with the row that {@link #read} refused last. */
    Reject reject(String file, long line) {
        String shown = badValue.length() <= LONGEST_SHOWN ? badValue : badValue.substring(0, LONGEST_SHOWN) + "…";
        return new Reject(file, line, badColumn, shown, reason);
    }

    private String text(RowBatch batch, int i, int column) {
        return texts.of(batch.text(i), batch.start(i, column), batch.end(i, column));
    }

    private boolean readMonth(RowBatch batch, int i) {
        int column = batch.positions.month;
        return month.read(text(batch, i, column))
                || bad(spec.month().column(), batch.cell(i, column), "not a month of the form " + month.pattern());
    }

    private boolean readKeys(RowBatch batch, int i, int[] columns) {
        for (int d = 0; d < keys.length; d++) {
            KeyText text = keyTexts.get(d);
            if (!text.read(text(batch, i, columns[d]))) {
                return bad(spec.dimensions().get(d).column(), batch.cell(i, columns[d]), text.complaint());
            }
            keys[d] = text.value();
        }
        return true;
    }

    private boolean readAmounts(RowBatch batch, int i, int[] columns) {
        char[] text = batch.text(i);
        for (int c = 0; c < amounts.length; c++) {
            if (columns[c] < 0) {
                amounts[c] = Double.NaN;
                continue;
            }
            if (!numbers.read(text, batch.start(i, columns[c]), batch.end(i, columns[c]))) {
                return badAmount(c, batch.cell(i, columns[c]), "not a finite decimal number");
            }
            amounts[c] = numbers.value();
            if (amounts[c] < 0 && !signed[c]) {
                return badAmount(c, batch.cell(i, columns[c]), "must not be negative");
            }
        }
        return true;
    }

    private boolean badAmount(int c, String cell, String why) {
        return bad(spec.amounts().get(c).column(), cell, why);
    }

    private boolean readCounts(RowBatch batch, int i, int[] columns) {
        for (int c = 0; c < counts.length; c++) {
            if (columns[c] < 0) {
                counts[c] = Double.NaN;
                continue;
            }
            if (!rangeTexts.read(text(batch, i, columns[c]))) {
                String cell = batch.cell(i, columns[c]);
                return bad(spec.ranges().get(c).column(), cell, "not a count or a range such as 2건초과 5건이하");
            }
            counts[c] = rangeTexts.value();
        }
        return true;
    }

    private boolean malformed(RowBatch batch, int i) {
        String problem = "a character is not valid in the file's encoding";
        for (int d = 0; d < keys.length; d++) {
            String key = batch.cell(i, batch.positions.keys[d]);
            if (key.indexOf(TextBlocks.REPLACEMENT) >= 0) {
                return bad(spec.dimensions().get(d).column(), key, problem);
            }
        }
        return bad("", batch.cell(i, 0), problem);
    }

    private boolean bad(String column, String value, String why) {
        badColumn = column;
        badValue = value;
        reason = why;
        return false;
    }

    private static String fieldCount(String[] row, int width) {
        if (row.length > width) {
            return row.length + " cells instead of " + width;
        }
        int cells = row.length;
        while (cells > 0 && row[cells - 1] == null) {
            cells--;
        }
        return "fewer cells than the " + width + " of the header: about " + cells;
    }

    @Override
    public int monthNumber() {
        return month.number();
    }

    @Override
    public String key(int dimension) {
        return keys[dimension];
    }

    @Override
    public double amount(int column) {
        return amounts[column];
    }

    @Override
    public double count(int column) {
        return counts[column];
    }
}
