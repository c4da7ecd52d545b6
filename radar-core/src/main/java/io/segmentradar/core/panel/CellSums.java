package io.segmentradar.core.panel;

import java.util.ArrayList;
import java.util.List;

/**
 * Running sums of the cells (segment × month) of a panel in the making. The columns of a cell lie side by side, because
 * a row touches all columns of one cell; chunks let the store grow without copying.
 */
final class CellSums {
    private static final int CHUNK_CELLS = 512;

    private final int amounts;
    private final int ranges;
    private final List<double[]> sums = new ArrayList<>();
    private final List<int[]> filled = new ArrayList<>();
    private final List<int[]> customers = new ArrayList<>();

    CellSums(int amounts, int ranges) {
        this.amounts = amounts;
        this.ranges = ranges;
    }

    /** Adds a row to a cell; cells are numbered from 0 without gaps in order of first use. */
    void add(int cell, RecordSource.RawRecord row) {
        int chunk = cell / CHUNK_CELLS;
        if (chunk == sums.size()) {
            sums.add(new double[CHUNK_CELLS * (amounts + ranges)]);
            filled.add(new int[CHUNK_CELLS * (amounts + ranges)]);
            customers.add(new int[CHUNK_CELLS]);
        }
        int within = cell % CHUNK_CELLS;
        customers.get(chunk)[within]++;
        double[] sum = sums.get(chunk);
        int[] count = filled.get(chunk);
        int at = within * (amounts + ranges);
        for (int c = 0; c < amounts; c++, at++) {
            double value = row.amount(c);
            if (!Double.isNaN(value)) {
                sum[at] += value;
                count[at]++;
            }
        }
        for (int c = 0; c < ranges; c++, at++) {
            double value = row.count(c);
            if (!Double.isNaN(value)) {
                sum[at] += value;
                count[at]++;
            }
        }
    }

    int customers(int cell) {
        return customers.get(cell / CHUNK_CELLS)[cell % CHUNK_CELLS];
    }

    /** Sum over the cell's rows; NaN if every row left the column blank. Ranges are numbered after the amounts. */
    double sum(int cell, int column) {
        int at = position(cell, column);
        return filled.get(cell / CHUNK_CELLS)[at] == 0 ? Double.NaN : sums.get(cell / CHUNK_CELLS)[at];
    }

    /** Mean over the cell's rows that have a value; NaN if none has. */
    double mean(int cell, int column) {
        return sum(cell, column) / filled.get(cell / CHUNK_CELLS)[position(cell, column)];
    }

    private int position(int cell, int column) {
        return cell % CHUNK_CELLS * (amounts + ranges) + column;
    }
}
