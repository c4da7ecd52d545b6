package io.segmentradar.models.classic;

import java.util.Arrays;

/**
 * Exponential smoothing with a damped additive trend, ETS(A,Ad,N) (Gardner and McKenzie 1985), on the series without its
 * season. Constants minimise the absolute one-step error over a grid; a trend must earn its keep by 1 %.
 */
public final class DampedTrend implements LocalModel {
    private static final double[] LEVEL = {.1, .2, .3, .5, .7, .9};
    private static final double[] TREND = {0, .05, .1, .2, .4};
    private static final double[] DAMPING = {.8, .9, .98};
    private static final double TREND_PENALTY = 1.01;
    private static final int NEEDED = 6;

    @Override
    public String name() {
        return "damped_trend";
    }

    @Override
    public double[] tune(double[] y, int n, Seasonality season) {
        double[] w = season.adjust(y, n);
        double[] best = {.5, 0, .8};
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : LEVEL) {
            for (double beta : TREND) {
                for (double phi : DAMPING) {
                    if (beta > 0 || phi == DAMPING[0]) {
                        double[] candidate = {alpha, beta, phi};
                        double error = run(w, n, candidate)[2] * (beta > 0 ? TREND_PENALTY : 1);
                        if (error < least) {
                            least = error;
                            best = candidate;
                        }
                    }
                }
            }
        }
        return best;
    }

    /** Final level, final trend, summed absolute one-step error. */
    private static double[] run(double[] w, int n, double[] parameters) {
        double alpha = parameters[0];
        double beta = parameters[1];
        double phi = parameters[2];
        double level = w[0];
        double trend = beta > 0 && n > 3 ? (w[3] - w[0]) / 3 : 0;
        double error = 0;
        for (int t = 1; t < n; t++) {
            double surprise = w[t] - level - phi * trend;
            error += Math.abs(surprise);
            level += phi * trend + alpha * surprise;
            trend = phi * trend + alpha * beta * surprise;
        }
        return new double[] {level, trend, error};
    }

    @Override
    public void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out) {
        if (n < NEEDED) {
            Arrays.fill(out, Double.NaN);
            return;
        }
        double[] state = run(season.adjust(y, n), n, parameters);
        double damping = 1;
        double sum = 0;
        for (int h = 1; h <= out.length; h++) {
            damping *= parameters[2];
            sum += damping;
            out[h - 1] = state[0] + sum * state[1] + season.at(n - 1 + h);
        }
    }
}
