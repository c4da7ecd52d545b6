package io.segmentradar.core.panel.linkage;

import java.util.Arrays;

/**
 * What two rows can score at best, by which of their traits are blank, zero or another value: sums over four traits at a
 * time, looked up. Most comparisons end here.
 */
final class StateSums {
    static final int BLANK = 0;
    static final int ZERO = 1;
    static final int VALUE = 2;

    /** What a trait's state counts in the number of its group: a digit to base three. */
    private static final int[] PLACES = {1, 3, 9, 27};

    private static final int STATES = 3;
    private static final int SIZE = 81;

    private final int groups;
    private final double[] sums;

    /** Worth of two states of a trait. */
    interface Worth {
        double of(int trait, int first, int second);
    }

    StateSums(int traits, Worth worth) {
        this.groups = groups(traits);
        this.sums = new double[groups * SIZE * SIZE];
        for (int trait = 0; trait < traits; trait++) {
            add(trait, worth);
        }
    }

    private void add(int trait, Worth worth) {
        int at = trait / PLACES.length * SIZE * SIZE;
        int place = PLACES[trait % PLACES.length];
        double[] pairs = new double[STATES * STATES];
        for (int pair = 0; pair < pairs.length; pair++) {
            pairs[pair] = worth.of(trait, pair / STATES, pair % STATES);
        }
        for (int first = 0; first < SIZE; first++) {
            int row = first / place % STATES * STATES;
            for (int second = 0; second < SIZE; second++) {
                sums[at++] += pairs[row + second / place % STATES];
            }
        }
    }

    /** Numbers that hold the states of so many traits. */
    static int groups(int traits) {
        return (traits + PLACES.length - 1) / PLACES.length;
    }

    /** Notes the state of a trait, blank so far, in the numbers that begin at {@code at}. */
    static void set(byte[] numbers, int at, int trait, int state) {
        numbers[at + trait / PLACES.length] += (byte) (state * PLACES[trait % PLACES.length]);
    }

    /** The sum over all traits of two rows, whose numbers begin at {@code a} and {@code b}. */
    double sum(byte[] first, int a, byte[] second, int b) {
        double sum = 0;
        for (int group = 0, table = 0; group < groups; group++, table += SIZE * SIZE) {
            sum += sums[table + first[a + group] * SIZE + second[b + group]];
        }
        return sum;
    }

    /**
     * The sums of one row with some of many others, one for each place of {@code result}.
     *
     * @param others numbers of the others: the first ones of all, the second ones of all …
     * @param count how many others there are
     * @param from the first of them that is asked for
     */
    void sums(byte[] first, int a, byte[] others, int count, int from, double[] result) {
        Arrays.fill(result, 0);
        for (int group = 0; group < groups; group++) {
            int table = (group * SIZE + first[a + group]) * SIZE;
            int at = group * count + from;
            for (int i = 0; i < result.length; i++) {
                result[i] += sums[table + others[at + i]];
            }
        }
    }
}
