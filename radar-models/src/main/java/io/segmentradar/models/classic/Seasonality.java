package io.segmentradar.models.classic;

/**
 * Additive yearly pattern of one series on a (possibly logarithmic) scale: classical decomposition by a centred 2×12
 * moving average, used only if the autocorrelation at a year is significant at 90 % (Assimakopoulos and Nikolopoulos
 * 2000).
 */
public final class Seasonality {
    /** No pattern. */
    public static final Seasonality NONE = new Seasonality(null);

    /** A pattern that was there and has been taken out of the series. */
    public static final Seasonality REMOVED = new Seasonality(new double[12]);

    private static final int YEAR = 12;
    private static final int NEEDED = 3 * YEAR;
    private static final double TEST_90 = 1.645;

    private final double[] pattern;

    private Seasonality(double[] pattern) {
        this.pattern = pattern;
    }

    /** The pattern of the first {@code n} values, or {@link #NONE} if there is no evidence of one. */
    public static Seasonality of(double[] y, int n) {
        return n >= NEEDED && isSignificant(y, n) ? new Seasonality(pattern(y, n)) : NONE;
    }

    private static boolean isSignificant(double[] y, int n) {
        double[] correlation = autocorrelation(y, n);
        if (correlation == null) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < YEAR; lag++) {
            squares += correlation[lag] * correlation[lag];
        }
        return Math.abs(correlation[YEAR]) > TEST_90 * Math.sqrt((1 + 2 * squares) / n);
    }

    private static double[] autocorrelation(double[] y, int n) {
        double mean = 0;
        for (int i = 0; i < n; i++) {
            mean += y[i] / n;
        }
        double[] covariance = new double[YEAR + 1];
        for (int lag = 0; lag <= YEAR; lag++) {
            for (int i = lag; i < n; i++) {
                covariance[lag] += (y[i] - mean) * (y[i - lag] - mean);
            }
        }
        if (!(covariance[0] > 0)) {
            return null;
        }
        double variance = covariance[0];
        for (int lag = 0; lag <= YEAR; lag++) {
            covariance[lag] /= variance;
        }
        return covariance;
    }

    private static double[] pattern(double[] y, int n) {
        double[] sum = new double[YEAR];
        int[] count = new int[YEAR];
        for (int t = YEAR / 2; t < n - YEAR / 2; t++) {
            double centred = (y[t - YEAR / 2] + y[t + YEAR / 2]) / 2;
            for (int k = 1 - YEAR / 2; k < YEAR / 2; k++) {
                centred += y[t + k];
            }
            sum[t % YEAR] += y[t] - centred / YEAR;
            count[t % YEAR]++;
        }
        double mean = 0;
        for (int m = 0; m < YEAR; m++) {
            sum[m] /= Math.max(1, count[m]);
            mean += sum[m] / YEAR;
        }
        for (int m = 0; m < YEAR; m++) {
            sum[m] -= mean;
        }
        return sum;
    }

    public boolean isPresent() {
        return pattern != null;
    }

    /** What the season adds at position {@code t}, counted from the start of the series. */
    public double at(int t) {
        return pattern == null ? 0 : pattern[t % YEAR];
    }

    /** The series without its season. */
    double[] adjust(double[] y, int n) {
        double[] adjusted = new double[n];
        for (int t = 0; t < n; t++) {
            adjusted[t] = y[t] - at(t);
        }
        return adjusted;
    }
}
