package io.segmentradar.models.classic;

import java.util.Arrays;

/**
 * Teunter, Syntetos and Babai (2011): probability and size of a month's demand smoothed separately, the probability also
 * in months without demand, so that a series that dies out is forecast towards 0. In money, for series with idle months.
 */
public final class Intermittent implements LocalModel {
    private static final double PROBABILITY = .2;
    private static final double SIZE = .2;

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out) {
        double probability = 0;
        double size = 0;
        boolean seen = false;
        for (int t = 0; t < n; t++) {
            boolean active = y[t] != 0;
            probability += (t == 0 ? 1 : PROBABILITY) * ((active ? 1 : 0) - probability);
            if (active) {
                size += (seen ? SIZE : 1) * (y[t] - size);
                seen = true;
            }
        }
        Arrays.fill(out, probability * size);
    }
}
