package io.segmentradar.core.panel.linkage;

/** Rows side by side, ready to be compared: codes of their traits, states of these, and in bits which are values. */
final class RowBlock {
    private final short[] codes;
    private final int traits;
    private final int groups;
    private final byte[] states;
    private final long[] values;

    /**
     * @param codes of the traits, row after row
     * @param order trait of each bit
     */
    RowBlock(short[] codes, int traits, int[] order) {
        this.codes = codes;
        this.traits = traits;
        this.groups = StateSums.groups(order.length);
        this.values = new long[codes.length / traits];
        this.states = new byte[values.length * groups];
        for (int row = 0; row < values.length; row++) {
            long bits = 0;
            for (int bit = 0; bit < order.length; bit++) {
                short code = codes[row * traits + order[bit]];
                if (code == 0) {
                    StateSums.set(states, row * groups, bit, StateSums.ZERO);
                } else if (code != Traits.MISSING) {
                    StateSums.set(states, row * groups, bit, StateSums.VALUE);
                    bits |= 1L << bit;
                }
            }
            values[row] = bits;
        }
    }

    int rows() {
        return values.length;
    }

    short code(int row, int trait) {
        return codes[row * traits + trait];
    }

    /** Traits that are neither zero nor missing. */
    long values(int row) {
        return values[row];
    }

    /** What two rows can score at best by the states of their traits. */
    double bound(int row, RowBlock other, int otherRow, StateSums sums) {
        return sums.sum(states, row * groups, other.states, otherRow * groups);
    }

    /**
     * The same for a row and some of many others.
     *
     * @param others their {@link #states}
     */
    void bounds(int row, byte[] others, int from, StateSums sums, double[] result) {
        sums.sums(states, row * groups, others, others.length / groups, from, result);
    }

    /** States of some rows side by side, as {@link #bounds} wants them. */
    byte[] states(int[] rows) {
        byte[] sideBySide = new byte[rows.length * groups];
        for (int i = 0; i < rows.length; i++) {
            for (int group = 0; group < groups; group++) {
                sideBySide[group * rows.length + i] = states[rows[i] * groups + group];
            }
        }
        return sideBySide;
    }

    /** Size of a row: the mean code of its values, 0 if it has none. */
    int size(int row) {
        int sum = 0;
        int count = 0;
        for (int i = row * traits; i < (row + 1) * traits; i++) {
            if (codes[i] != 0 && codes[i] != Traits.MISSING) {
                sum += Math.abs(codes[i]);
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
