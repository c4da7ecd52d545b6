package io.segmentradar.core.panel.linkage;

/** Rows side by side, ready to be compared: codes of their traits, and in bits which traits are zero or another value. */
final class RowBlock {
    private final short[] codes;
    private final int traits;
    private final long[] zeroes;
    private final long[] values;

    /**
     * @param codes of the traits, row after row
     * @param order trait of each bit
     */
    RowBlock(short[] codes, int traits, int[] order) {
        this.codes = codes;
        this.traits = traits;
        this.zeroes = new long[codes.length / traits];
        this.values = new long[zeroes.length];
        for (int row = 0; row < zeroes.length; row++) {
            for (int bit = 0; bit < order.length; bit++) {
                short code = codes[row * traits + order[bit]];
                if (code == 0) {
                    zeroes[row] |= 1L << bit;
                } else if (code != Traits.MISSING) {
                    values[row] |= 1L << bit;
                }
            }
        }
    }

    int rows() {
        return zeroes.length;
    }

    short code(int row, int trait) {
        return codes[row * traits + trait];
    }

    long zeroes(int row) {
        return zeroes[row];
    }

    /** Traits that are neither zero nor missing. */
    long values(int row) {
        return values[row];
    }
}
