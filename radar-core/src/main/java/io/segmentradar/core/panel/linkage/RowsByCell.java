package io.segmentradar.core.panel.linkage;

/** The rows of each segment and month, in input order: a counting sort of row numbers. */
final class RowsByCell {
    private final int months;
    private final int[] start;
    private final int[] rows;

    /**
     * @param positions of each cell of the store: segment × months + month
     */
    RowsByCell(RowStore store, int[] positions, int segments, int months) {
        this.months = months;
        this.start = new int[segments * months + 1];
        this.rows = new int[store.size()];
        for (int row = 0; row < rows.length; row++) {
            start[positions[store.cell(row)] + 1]++;
        }
        for (int i = 1; i < start.length; i++) {
            start[i] += start[i - 1];
        }
        int[] next = start.clone();
        for (int row = 0; row < rows.length; row++) {
            rows[next[positions[store.cell(row)]]++] = row;
        }
    }

    int months() {
        return months;
    }

    int segments() {
        return (start.length - 1) / months;
    }

    int count(int segment, int month) {
        int cell = segment * months + month;
        return start[cell + 1] - start[cell];
    }

    /** Rows of all months of a segment. */
    int count(int segment) {
        return start[(segment + 1) * months] - start[segment * months];
    }

    /** Number in the store of a cell's row {@code i}. */
    int row(int segment, int month, int i) {
        return rows[start[segment * months + month] + i];
    }

    /** Traits of all rows of a cell, one after the other. */
    short[] traits(RowStore store, int segment, int month) {
        int count = count(segment, month);
        short[] block = new short[count * store.traits()];
        for (int i = 0; i < count; i++) {
            store.traits(row(segment, month, i), block, i * store.traits());
        }
        return block;
    }
}
