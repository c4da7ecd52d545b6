package io.segmentradar.features.matrix;

import java.util.Arrays;

/**
 * Statistics of the last {@code width} months of one node up to and including a month; missing months are left out. All
 * return NaN if too few months are known.
 */
final class Window {
    private Window() {}

    static double mean(double[] z, int cell, int month, int width) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value)) {
                sum += value;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    static double deviation(double[] z, int cell, int month, int width) {
        double mean = mean(z, cell, month, width);
        double sum = 0;
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value)) {
                sum += (value - mean) * (value - mean);
                n++;
            }
        }
        return n < 2 ? Double.NaN : Math.sqrt(sum / n);
    }

    static double least(double[] z, int cell, int month, int width) {
        double least = Double.NaN;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value) && !(least <= value)) {
                least = value;
            }
        }
        return least;
    }

    static double greatest(double[] z, int cell, int month, int width) {
        double greatest = Double.NaN;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value) && !(greatest >= value)) {
                greatest = value;
            }
        }
        return greatest;
    }

    static double median(double[] z, int cell, int month, int width) {
        double[] known = new double[width];
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value)) {
                known[n++] = value;
            }
        }
        if (n == 0) {
            return Double.NaN;
        }
        Arrays.sort(known, 0, n);
        return n % 2 == 1 ? known[n / 2] : (known[n / 2 - 1] + known[n / 2]) / 2;
    }

    /** Least-squares slope a month. */
    static double slope(double[] z, int cell, int month, int width) {
        double sx = 0;
        double sy = 0;
        double sxy = 0;
        double sxx = 0;
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value)) {
                sx -= k;
                sy += value;
                sxy -= k * value;
                sxx += (double) k * k;
                n++;
            }
        }
        return n < 3 ? Double.NaN : (n * sxy - sx * sy) / (n * sxx - sx * sx);
    }

    /** Mean absolute change from month to month. */
    static double roughness(double[] z, int cell, int month, int width) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < width && k < month; k++) {
            double change = Math.abs(z[cell - k] - z[cell - k - 1]);
            if (!Double.isNaN(change)) {
                sum += change;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    static double zeroShare(double[] z, int cell, int month, int width) {
        int zeros = 0;
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            double value = z[cell - k];
            if (!Double.isNaN(value)) {
                n++;
                if (value == 0) {
                    zeros++;
                }
            }
        }
        return n == 0 ? Double.NaN : (double) zeros / n;
    }
}
