package io.segmentradar.features.sample;

import java.util.Arrays;

/** One customer's month while it is made; reused from row to row by one thread. */
final class SampleRow {
    private static final int AMOUNTS = Amount.values().length;
    private static final int COUNTS = Count.values().length;

    private final double[] amounts = new double[AMOUNTS];
    private final int[] counts = new int[COUNTS];
    private int customer;
    private int cell;
    private double vigour;

    /** Starts a row of zeros. */
    void start(int customer, int cell, double vigour) {
        this.customer = customer;
        this.cell = cell;
        this.vigour = vigour;
        Arrays.fill(amounts, 0);
        Arrays.fill(counts, 0);
    }

    int customer() {
        return customer;
    }

    int cell() {
        return cell;
    }

    /** See {@link CustomerBook#vigour}. */
    double vigour() {
        return vigour;
    }

    double get(Amount amount) {
        return amounts[amount.ordinal()];
    }

    void set(Amount amount, double value) {
        amounts[amount.ordinal()] = value;
    }

    int get(Count count) {
        return counts[count.ordinal()];
    }

    /** Sets a count to a positive number around a median. */
    void set(Count count, double median, double deviation) {
        counts[count.ordinal()] = (int) Math.max(1, Math.round(median * StrictMath.exp(0.5 * deviation)));
    }
}
