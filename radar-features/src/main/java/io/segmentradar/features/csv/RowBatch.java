package io.segmentradar.features.csv;

/**
 * Some hundred rows of one file on their way from the reading to the converting thread: the text of each and where its
 * cells are. A row with another number of cells than the header is kept as these cells.
 */
final class RowBatch implements Delivery {
    static final int ROWS = 512;

    final String file;
    final ColumnPositions positions;
    /** Line on which each row starts, 1-based. */
    final long[] lines = new long[ROWS];
    /** Whether a row has a character that its encoding does not know. */
    final boolean[] malformed = new boolean[ROWS];

    int size;

    private final char[][] texts = new char[ROWS][];
    private final int[] cells;
    private final String[][] incomplete = new String[ROWS][];

    RowBatch(String file, ColumnPositions positions) {
        this.file = file;
        this.positions = positions;
        this.cells = new int[2 * ROWS * positions.width];
    }

    boolean isFull() {
        return size == ROWS;
    }

    /**
     * Adds a row with as many cells as the header.
     *
     * @param text holds the row; stays as it is
     * @param bounds where each cell starts and ends
     */
    void add(char[] text, int[] bounds, long line, boolean isMalformed) {
        texts[size] = text;
        System.arraycopy(bounds, 0, cells, 2 * size * positions.width, 2 * positions.width);
        end(line, isMalformed);
    }

    /** Adds a row as it was split; a cell that nobody reads may be null. */
    void add(String[] row, long line, boolean isMalformed) {
        if (CsvTokens.isComplete(row, positions.width)) {
            StringBuilder text = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                cells[2 * (size * positions.width + c)] = text.length();
                text.append(row[c] == null ? "" : row[c]);
                cells[2 * (size * positions.width + c) + 1] = text.length();
            }
            texts[size] = text.toString().toCharArray();
        } else {
            incomplete[size] = row;
        }
        end(line, isMalformed);
    }

    private void end(long line, boolean isMalformed) {
        lines[size] = line;
        malformed[size++] = isMalformed;
    }

    /** The cells of a row that has more or fewer of them than the header, else null. */
    String[] incomplete(int row) {
        return incomplete[row];
    }

    char[] text(int row) {
        return texts[row];
    }

    /** Where a cell starts in the text of its row. */
    int start(int row, int column) {
        return cells[2 * (row * positions.width + column)];
    }

    /** Where a cell ends in the text of its row, exclusive. */
    int end(int row, int column) {
        return cells[2 * (row * positions.width + column) + 1];
    }

    /** A cell for a message. */
    String cell(int row, int column) {
        return new String(texts[row], start(row, column), end(row, column) - start(row, column)).trim();
    }
}
