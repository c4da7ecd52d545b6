package io.segmentradar.models.attribution;

import java.util.Arrays;

/**
 * The second view of the surprise bridge: more or fewer customers than expected, or more or less from each.
 *
 * @param volume (N − N̂) · â
 * @param rate N · (a − â)
 */
record VolumeRate(double volume, double rate) {
    private static final int USUAL_MONTHS = 6;

    /**
     * @param customers N, in the alert's month
     * @param expectedCustomers N̂
     */
    static VolumeRate of(double actual, double expected, double customers, double expectedCustomers) {
        if (customers == 0 || expectedCustomers == 0) {
            return new VolumeRate(actual - expected, 0);
        }
        double atExpectedRate = customers * expected / expectedCustomers;
        return new VolumeRate(atExpectedRate - expected, actual - atExpectedRate);
    }

    /** Last month's customers moved by the median change of the last half year, never below 0. */
    static double expectedCustomers(NodeMonth at) {
        int known = Math.min(USUAL_MONTHS, at.month() - 1);
        double last = at.customers(1);
        if (known < 1) {
            return last;
        }
        double[] changes = new double[known];
        for (int back = 1; back <= known; back++) {
            changes[back - 1] = at.customers(back) - at.customers(back + 1);
        }
        Arrays.sort(changes);
        double median = (changes[(known - 1) / 2] + changes[known / 2]) / 2;
        return Math.max(0, last + median);
    }
}
