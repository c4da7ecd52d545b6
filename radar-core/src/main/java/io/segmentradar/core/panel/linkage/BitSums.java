package io.segmentradar.core.panel.linkage;

/** Sums of numbers chosen by the bits of a pattern, eight bits a look. */
final class BitSums {
    private static final int BITS = 8;
    private static final int SIZE = 1 << BITS;

    private final double[] sums;

    /**
     * @param terms number of each bit, at most 64
     */
    BitSums(double[] terms) {
        int tables = (terms.length + BITS - 1) / BITS;
        sums = new double[tables * SIZE];
        for (int table = 0; table < tables; table++) {
            for (int pattern = 1; pattern < SIZE; pattern++) {
                int bit = table * BITS + Integer.numberOfTrailingZeros(pattern);
                double without = sums[table * SIZE + (pattern & pattern - 1)];
                sums[table * SIZE + pattern] = without + (bit < terms.length ? terms[bit] : 0);
            }
        }
    }

    double sum(long pattern) {
        double sum = 0;
        long rest = pattern;
        for (int from = 0; rest != 0; from += SIZE, rest >>>= BITS) {
            sum += sums[from + (int) (rest & SIZE - 1)];
        }
        return sum;
    }
}
