package io.segmentradar.models.classic;

import java.util.Arrays;

/**
 * Teunter, Syntetos and Babai (2011): probability and size of a month's demand smoothed separately, the probability also
 * in months without demand, so that a series that dies out is forecast towards 0. In money; NaN for series that are idle
 * in less than a quarter of their last twelve months.
 */
public final class Intermittent implements LocalModel {
    private static final double PROBABILITY = .2;
    private static final double SIZE = .2;
    private static final int YEAR = 12;
    private static final double IDLE = .25;

    @Override
    public String name() {
        return "tsb";
    }

    @Override
    public void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out) {
        if (!isIdle(y, n)) {
            Arrays.fill(out, Double.NaN);
            return;
        }
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

    private static boolean isIdle(double[] y, int n) {
        int from = Math.max(0, n - YEAR);
        int idle = 0;
        for (int t = from; t < n; t++) {
            idle += y[t] == 0 ? 1 : 0;
        }
        return idle >= IDLE * (n - from);
    }
}
