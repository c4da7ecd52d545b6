package io.segmentradar.core.panel.linkage;

import java.util.Arrays;

/**
 * Assigns rows of a month to the customers known before, best pair first, one to one. A pair is a link if it is more
 * likely one customer than two, given how many are left. Pairs that nearly agree in a telling trait come first
 * (blocking); only what they leave over is compared all with all. In a large segment a customer is compared with the
 * rows that are nearest by that trait, or by size (sorted neighbourhoods, Hernandez and Stolfo 1995), so that time and
 * memory grow with the rows and not with their square.
 */
final class MonthMatcher {
    static final int NONE = -1;

    /** Logarithm of the odds that a looked-up pair needs beyond those of any link, so that it takes no better one's place. */
    private static final double CERTAIN = Math.log(100);

    /** Codes of nearly equal values differ by so much at the most. */
    private static final int NEAR_CODES = 1 << Traits.NEAR;

    /** Rows that a customer is compared with by one trait: those whose values are nearest. */
    private static final int MOST_NEAR = 128;

    /** Rows that are left over up to which all are compared with all. */
    private static final int MOST_LEFT = 1024;

    /** Where more are left, the rows that a customer is compared with: those whose sizes are nearest. */
    private static final int MOST_ALIKE = 256;

    private final LinkWeights weights;
    private long[] pairs = new long[256];
    private int count;
    private int linked;
    /** Bits that number a pair; what is left of a number of 63 bits is its rank. */
    private int pairBits;

    private RowBlock known;
    private RowBlock now;
    private int[] links;
    private boolean[] taken;

    MonthMatcher(LinkWeights weights) {
        this.weights = weights;
    }

    /**
     * @param customers codes of the traits of the customers known before
     * @param rows the same of the rows of the month
     * @return for each row the customer, or {@link #NONE}
     */
    int[] match(short[] customers, short[] rows) {
        known = weights.block(customers);
        now = weights.block(rows);
        links = new int[now.rows()];
        Arrays.fill(links, NONE);
        taken = new boolean[known.rows()];
        linked = 0;
        pairBits = Long.SIZE - Long.numberOfLeadingZeros(pair(taken.length, 0));
        double least = least();
        for (int trait : weights.telling()) {
            lookUp(trait, least + CERTAIN);
        }
        int most = Math.min(taken.length, links.length);
        int few = 0;
        for (int found = 1; found > few && linked < most; ) {
            int before = linked;
            few = (links.length - linked) / MOST_LEFT;
            compareRest(least());
            found = linked - before;
        }
        return links;
    }

    /** One in so many of the pairs that are left is a customer with a row of his own. */
    private double least() {
        return Math.log(Math.max(1, Math.max(taken.length, links.length) - linked));
    }

    private void lookUp(int trait, double least) {
        long[] byCode = new long[links.length];
        int n = 0;
        for (int j = 0; j < links.length; j++) {
            if (links[j] == NONE && now.code(j, trait) > 0) {
                byCode[n++] = key(now.code(j, trait), j);
            }
        }
        Arrays.sort(byCode, 0, n);
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i] && known.code(i, trait) > 0) {
                lookUp(i, known.code(i, trait), byCode, n, least);
            }
        }
        assign();
    }

    private void lookUp(int customer, int code, long[] byCode, int n, double least) {
        int from = position(byCode, n, code - NEAR_CODES);
        int to = position(byCode, n, code + NEAR_CODES);
        if (to - from > MOST_NEAR) {
            from = Math.max(from, position(byCode, n, code) - MOST_NEAR / 2);
            to = Math.min(to, from + MOST_NEAR);
        }
        for (int at = from; at < to; at++) {
            int row = (int) byCode[at];
            note(weights.score(known, customer, now, row, least), customer, row);
        }
    }

    /** Compares what is left, all with all as long as it is not too much, else those of about the same size. */
    private void compareRest(double least) {
        long[] bySize = new long[links.length];
        int n = 0;
        for (int j = 0; j < links.length; j++) {
            if (links[j] == NONE) {
                bySize[n++] = key(now.size(j), j);
            }
        }
        if (n > MOST_LEFT) {
            Arrays.sort(bySize, 0, n);
        }
        int[] rows = new int[n];
        for (int at = 0; at < n; at++) {
            rows[at] = (int) bySize[at];
        }
        byte[] states = now.states(rows);
        double[] bounds = new double[n > MOST_LEFT ? MOST_ALIKE : n];
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                int middle = n > MOST_LEFT ? position(bySize, n, known.size(i)) : 0;
                int from = Math.max(0, Math.min(n, middle + bounds.length / 2) - bounds.length);
                weights.bounds(known, i, states, from, bounds);
                compare(i, rows, from, bounds, least);
            }
        }
        assign();
    }

    private void compare(int customer, int[] rows, int from, double[] bounds, double least) {
        for (int at = 0; at < bounds.length; at++) {
            if (bounds[at] >= least) {
                int row = rows[from + at];
                note(weights.score(bounds[at], known, customer, now, row, least), customer, row);
            }
        }
    }

    /** Rows are sorted by a non-negative number, then by their own. */
    private static long key(int number, int row) {
        return (long) number << Integer.SIZE | row;
    }

    /** How many of the first {@code n} keys are below a number. */
    private static int position(long[] keys, int n, int number) {
        int at = Arrays.binarySearch(keys, 0, n, key(number, 0));
        return at < 0 ? -at - 1 : at;
    }

    /** Notes a pair if it scores enough. The best comes first; non-negative floats are ordered like their bits. */
    private void note(double score, int customer, int row) {
        if (score == Double.NEGATIVE_INFINITY) {
            return;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count);
        }
        long rank = Integer.MAX_VALUE - Float.floatToIntBits((float) Math.max(0, score));
        pairs[count++] = rank >> Math.max(0, pairBits - Integer.SIZE) << pairBits | pair(customer, row);
    }

    private long pair(int customer, int row) {
        return (long) customer * links.length + row;
    }

    private void assign() {
        Arrays.sort(pairs, 0, count);
        for (int p = 0; p < count; p++) {
            long pair = pairs[p] & (1L << pairBits) - 1;
            int customer = (int) (pair / links.length);
            int row = (int) (pair % links.length);
            if (!taken[customer] && links[row] == NONE) {
                linked++;
                taken[customer] = true;
                links[row] = customer;
            }
        }
        count = 0;
    }
}
