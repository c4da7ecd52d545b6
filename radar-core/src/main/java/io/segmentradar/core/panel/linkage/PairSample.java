package io.segmentradar.core.panel.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of some small segments in two months in a row, to learn weights from. Only months up to a given one have a say, so
 * that what is learned for a month never changes later.
 */
final class PairSample {
    private static final int FEWEST_ROWS = 2;
    private static final int MOST_ROWS = 25;
    private static final int MOST_PAIRS = 100_000;

    private final int traits;
    private final List<short[]> before = new ArrayList<>();
    private final List<short[]> after = new ArrayList<>();

    /**
     * @param upTo last month that is looked at
     */
    PairSample(RowStore store, RowsByCell cells, int upTo) {
        this.traits = store.traits();
        List<int[]> small = new ArrayList<>();
        long pairs = 0;
        for (int month = 0; month < upTo; month++) {
            for (int segment = 0; segment < cells.segments(); segment++) {
                if (isSmall(cells, segment, month) && isSmall(cells, segment, month + 1)) {
                    small.add(new int[] {segment, month});
                    pairs += (long) cells.count(segment, month) * cells.count(segment, month + 1);
                }
            }
        }
        int stride = (int) (1 + pairs / MOST_PAIRS);
        for (int i = 0; i < small.size(); i += stride) {
            int[] cell = small.get(i);
            before.add(cells.traits(store, cell[0], cell[1]));
            after.add(cells.traits(store, cell[0], cell[1] + 1));
        }
    }

    private static boolean isSmall(RowsByCell cells, int segment, int month) {
        int rows = cells.count(segment, month);
        return rows >= FEWEST_ROWS && rows <= MOST_ROWS;
    }

    int traits() {
        return traits;
    }

    /** Counts levels of agreement, by trait, of rows of the same month, and tells how many pairs that were. */
    int countDifferent(double[] counts) {
        int pairs = 0;
        for (short[] block : before) {
            for (int i = 0; i < block.length; i += traits) {
                for (int j = 0; j < i; j += traits) {
                    count(block, i, block, j, counts);
                    pairs++;
                }
            }
        }
        return pairs;
    }

    /** Counts levels of agreement, by trait, of rows that are each other's best match by these weights. */
    void countSame(LinkWeights weights, double[] counts) {
        for (int cell = 0; cell < before.size(); cell++) {
            RowBlock first = weights.block(before.get(cell));
            RowBlock second = weights.block(after.get(cell));
            int[] there = new int[first.rows()];
            int[] back = new int[second.rows()];
            best(weights, first, second, there, back);
            for (int i = 0; i < there.length; i++) {
                if (back[there[i]] == i) {
                    count(before.get(cell), i * traits, after.get(cell), there[i] * traits, counts);
                }
            }
        }
    }

    /** Finds the best match of each row among the others, in both directions; the first of equals. */
    private static void best(LinkWeights weights, RowBlock first, RowBlock second, int[] there, int[] back) {
        double[] mostBack = new double[back.length];
        Arrays.fill(mostBack, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < there.length; i++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < back.length; j++) {
                double score = weights.score(first, i, second, j, Math.min(most, mostBack[j]));
                if (score > most) {
                    most = score;
                    there[i] = j;
                }
                if (score > mostBack[j]) {
                    mostBack[j] = score;
                    back[j] = i;
                }
            }
        }
    }

    private void count(short[] first, int a, short[] second, int b, double[] counts) {
        for (int t = 0; t < traits; t++) {
            short own = first[a + t];
            short other = second[b + t];
            if (own != Traits.MISSING && other != Traits.MISSING) {
                counts[t * Traits.LEVELS + level(own, other)]++;
            }
        }
    }

    private static int level(short a, short b) {
        if (a == 0 || b == 0) {
            return a == b ? Traits.BOTH_ZERO : Traits.ONE_ZERO;
        }
        return Traits.agreement(a, b);
    }
}
