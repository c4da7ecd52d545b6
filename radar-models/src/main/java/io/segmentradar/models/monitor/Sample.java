package io.segmentradar.models.monitor;

import java.util.Arrays;

/** Observations in ascending order, without missing ones. */
final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /** A sample of the first {@code n} values, NaN left out. */
    static Sample of(double[] values, int n) {
        double[] known = new double[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isNaN(values[i])) {
                known[count++] = values[i];
            }
        }
        double[] sorted = Arrays.copyOf(known, count);
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    static Sample of(double... values) {
        return of(values, values.length);
    }

    static Sample together(Sample... samples) {
        double[] all = Arrays.stream(samples)
                .flatMapToDouble(sample -> Arrays.stream(sample.sorted))
                .toArray();
        Arrays.sort(all);
        return new Sample(all);
    }

    /** All observations, higher by {@code step}. */
    Sample moved(double step) {
        return step == 0
                ? this
                : new Sample(Arrays.stream(sorted).map(value -> value + step).toArray());
    }

    int size() {
        return sorted.length;
    }

    double at(int rank) {
        return sorted[rank];
    }

    /** Quantile by linear interpolation between order statistics (Hyndman and Fan's type 7); needs an observation. */
    double quantile(double p) {
        double rank = p * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    double median() {
        return quantile(0.5);
    }

    /** Mean distance from the median. */
    double spread() {
        double median = median();
        double sum = 0;
        for (double value : sorted) {
            sum += Math.abs(value - median);
        }
        return sum / sorted.length;
    }

    /** Observations of at most {@code value}. */
    int countAtMost(double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
