package io.segmentradar.core.panel.linkage;

import java.util.Arrays;

/**
 * Assigns rows of a month to the customers known before, best pair first, one to one. A pair is a link if it is more
 * likely one customer than two, given how many are left. Pairs that nearly agree in a telling trait come first
 * (blocking); only what they leave over is compared all with all.
 */
final class MonthMatcher {
    static final int NONE = -1;

    /** Traits that pairs are looked up by. */
    private static final int BLOCKING_TRAITS = 3;

    /** Logarithm of the odds that a looked-up pair needs beyond those of any link, so that it takes no better one's place. */
    private static final double CERTAIN = Math.log(100);

    /** Codes of nearly equal values differ by less. */
    private static final int NEAR_CODES = 1 << Traits.NEAR;

    private final LinkWeights weights;
    private final int[] blocking;
    private long[] pairs = new long[256];
    private int count;
    private int linked;
    private RowBlock known;
    private RowBlock now;
    private int[] links;
    private boolean[] taken;

    MonthMatcher(LinkWeights weights) {
        this.weights = weights;
        this.blocking = weights.telling(BLOCKING_TRAITS);
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
        double least = least();
        for (int trait : blocking) {
            lookUp(trait, least + CERTAIN);
        }
        for (int before = -1; before < linked; ) {
            before = linked;
            compareAll(least());
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
                byCode[n++] = (long) now.code(j, trait) << Integer.SIZE | j;
            }
        }
        Arrays.sort(byCode, 0, n);
        for (int i = 0; i < taken.length; i++) {
            short code = known.code(i, trait);
            if (taken[i] || code <= 0) {
                continue;
            }
            int from = Arrays.binarySearch(byCode, 0, n, (long) (code - NEAR_CODES) << Integer.SIZE);
            for (int at = from < 0 ? -from - 1 : from; at < n; at++) {
                if ((byCode[at] >> Integer.SIZE) - code >= NEAR_CODES) {
                    break;
                }
                compare(i, (int) byCode[at], least);
            }
        }
        assign();
    }

    private void compareAll(double least) {
        int[] open = new int[links.length];
        int n = 0;
        for (int j = 0; j < links.length; j++) {
            if (links[j] == NONE) {
                open[n++] = j;
            }
        }
        for (int i = 0; i < taken.length; i++) {
            if (!taken[i]) {
                for (int k = 0; k < n; k++) {
                    compare(i, open[k], least);
                }
            }
        }
        assign();
    }

    /** Notes a pair that scores enough. The best comes first; non-negative floats are ordered like their bits. */
    private void compare(int customer, int row, double least) {
        double score = weights.score(known, customer, now, row, least);
        if (score < least) {
            return;
        }
        if (count == pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count);
        }
        long rank = Integer.MAX_VALUE - Float.floatToIntBits((float) Math.max(0, score));
        pairs[count++] = rank << Integer.SIZE | (long) customer * links.length + row;
    }

    private void assign() {
        Arrays.sort(pairs, 0, count);
        for (int p = 0; p < count; p++) {
            int pair = (int) pairs[p];
            int customer = pair / links.length;
            int row = pair % links.length;
            if (!taken[customer] && links[row] == NONE) {
                linked++;
                taken[customer] = true;
                links[row] = customer;
            }
        }
        count = 0;
    }
}
