package io.segmentradar.features.csv;

/**
 * Splits the text of a bank's extract into rows. Lines whose quotes, if any, enclose whole cells are split in place,
 * without a text object for each cell, because making those took most of the time of reading. From the first line with
 * any other quote on, the CSV library splits the rest, see {@link CsvTokens}: it knows cells that hold quotes and line
 * ends.
 */
final class RowSplitter {
    private final String file;
    private final LineReader reader;
    private final int width;
    private final int[] selected;
    private final LineCells cells;
    private long line;
    /** Splits what is left; null as long as lines are simple. */
    private CsvTokens tokens;

    /**
     * @param reader positioned behind the header
     * @param width columns of the header
     * @param selected positions of the columns to be read
     * @param offset lines before the reader's position
     */
    RowSplitter(String file, LineReader reader, int width, int[] selected, long offset) {
        this.file = file;
        this.reader = reader;
        this.width = width;
        this.selected = selected;
        this.cells = new LineCells(width);
        this.line = offset;
    }

    /** Adds the next row that is not a blank line to the batch; false at the end. */
    boolean next(RowBatch batch) {
        boolean added = false;
        while (tokens == null && !added) {
            reader.beginRow(line + 1);
            if (!reader.hasText()) {
                return false;
            }
            int end = lineEnd();
            if (end >= 0) {
                added = add(batch, end);
            } else {
                tokens = new CsvTokens(file, reader, width, selected, line);
            }
        }
        return added || addToken(batch);
    }

    /** Where the next line ends; negative if it is for the library. */
    private int lineEnd() {
        boolean isLast = false;
        while (true) {
            int end = cells.scan(reader.text(), reader.position(), reader.limit(), isLast);
            int length = (end >= 0 ? end : reader.limit()) - reader.position();
            if (end == LineCells.NOT_SIMPLE || length > CsvTokens.LONGEST_CELL) {
                return LineCells.NOT_SIMPLE;
            }
            if (end >= 0) {
                return end;
            }
            isLast = !reader.extend();
        }
    }

    /** Adds the line that has been looked at; false if it is blank. */
    private boolean add(RowBatch batch, int end) {
        line++;
        char[] text = reader.text();
        int start = reader.position();
        reader.moveTo(Math.min(end + 1, reader.limit()));
        reader.oddQuoteLines().removeUpTo(line);
        boolean isMalformed = reader.malformedLines().removeUpTo(line) > 0;
        if (cells.count() == width) {
            batch.add(text, cells.bounds(), line, isMalformed);
            return true;
        }
        String[] row = CsvTokens.split(file, line, new String(text, start, end - start), width, selected);
        if (row != null) {
            batch.add(row, line, isMalformed);
        }
        return row != null;
    }

    private boolean addToken(RowBatch batch) {
        String[] row = tokens.next();
        if (row != null) {
            batch.add(row, tokens.line(), tokens.isMalformed());
        }
        return row != null;
    }
}
