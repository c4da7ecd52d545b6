package io.segmentradar.models.classic;

/**
 * A forecasting method that looks at one series at a time. It is tuned on a history and then applied to that history or
 * a longer one, so that parameters are found seldom and forecasts made often. Stateless.
 */
public interface LocalModel {
    /** Stable name in files and API. */
    String name();

    /**
     * Finds the parameters of a series; empty if there are none to find.
     *
     * @param y consecutive months, no gaps, oldest first
     * @param n how many of them are known
     */
    default double[] tune(double[] y, int n, Seasonality season) {
        return new double[0];
    }

    /**
     * Forecasts 1 … {@code out.length} months after {@code y[n − 1]}.
     *
     * @param parameters from {@link #tune} on this history or a shorter one
     * @param out filled with forecasts, or with NaN where this model has nothing to say
     */
    void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out);
}
