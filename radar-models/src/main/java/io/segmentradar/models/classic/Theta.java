package io.segmentradar.models.classic;

import java.util.Arrays;

/**
 * The Theta method in the form of Hyndman and Billah (2003): simple exponential smoothing with half the slope of a linear
 * trend as drift, on the series without its season. The smoothing constant minimises the absolute one-step error.
 */
public final class Theta implements LocalModel {
    private static final double[] CONSTANTS = {.05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9, 1};
    private static final int NEEDED = 4;

    @Override
    public String name() {
        return "theta";
    }

    @Override
    public double[] tune(double[] y, int n, Seasonality season) {
        double[] w = season.adjust(y, n);
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : CONSTANTS) {
            double level = w[0];
            double error = 0;
            for (int t = 1; t < n; t++) {
                error += Math.abs(w[t] - level);
                level += alpha * (w[t] - level);
            }
            if (error < least) {
                least = error;
                best = alpha;
            }
        }
        return new double[] {best};
    }

    @Override
    public void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out) {
        if (n < NEEDED) {
            Arrays.fill(out, Double.NaN);
            return;
        }
        double[] w = season.adjust(y, n);
        double alpha = parameters[0];
        double level = w[0];
        for (int t = 1; t < n; t++) {
            level += alpha * (w[t] - level);
        }
        double drift = slope(w, n) / 2;
        double lag = (1 - Math.pow(1 - alpha, n)) / alpha;
        for (int h = 1; h <= out.length; h++) {
            out[h - 1] = level + drift * (h - 1 + lag) + season.at(n - 1 + h);
        }
    }

    private static double slope(double[] w, int n) {
        double meanT = (n - 1) / 2.0;
        double sxy = 0;
        double sxx = 0;
        for (int t = 0; t < n; t++) {
            sxy += (t - meanT) * w[t];
            sxx += (t - meanT) * (t - meanT);
        }
        return sxy / sxx;
    }
}
