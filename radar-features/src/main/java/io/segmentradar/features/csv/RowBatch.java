package io.segmentradar.features.csv;

/** Some hundred tokenised rows of one file on their way from the reading to the converting thread. */
final class RowBatch implements Delivery {
    static final int ROWS = 512;

    final String file;
    final ColumnPositions positions;
    final String[][] rows = new String[ROWS][];
    /** Line on which each row starts, 1-based. */
    final long[] lines = new long[ROWS];
    /** Whether a row has a character that its encoding does not know. */
    final boolean[] malformed = new boolean[ROWS];

    int size;

    RowBatch(String file, ColumnPositions positions) {
        this.file = file;
        this.positions = positions;
    }

    boolean isFull() {
        return size == ROWS;
    }

    void add(String[] row, long line, boolean isMalformed) {
        rows[size] = row;
        lines[size] = line;
        malformed[size++] = isMalformed;
    }
}
