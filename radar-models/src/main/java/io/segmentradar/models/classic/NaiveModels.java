package io.segmentradar.models.classic;

import java.util.Arrays;

/** Methods without parameters: what every other model has to beat. */
public final class NaiveModels {
    private static final int YEAR = 12;

    private NaiveModels() {}

    /** The last value. */
    public static LocalModel naive() {
        return new Plain("naive", (y, n, season, out) -> Arrays.fill(out, y[n - 1]));
    }

    /** The value of the same month a year before; NaN in the first year. */
    public static LocalModel seasonalNaive() {
        return new Plain("seasonal_naive", (y, n, season, out) -> {
            for (int h = 1; h <= out.length; h++) {
                int at = n - 1 + h - YEAR;
                out[h - 1] = at < 0 ? Double.NaN : y[at];
            }
        });
    }

    /** The last value, continued at the mean change since the first. */
    public static LocalModel drift() {
        return new Plain("drift", (y, n, season, out) -> {
            double change = n < 2 ? 0 : (y[n - 1] - y[0]) / (n - 1);
            for (int h = 1; h <= out.length; h++) {
                out[h - 1] = y[n - 1] + h * change;
            }
        });
    }

    /** The mean of the last {@code k} values, or of as many as there are. */
    public static LocalModel meanOfLast(int k) {
        return new Plain("mean_" + k, (y, n, season, out) -> {
            int from = Math.max(0, n - k);
            double sum = 0;
            for (int t = from; t < n; t++) {
                sum += y[t];
            }
            Arrays.fill(out, sum / (n - from));
        });
    }

    /** The median of the last {@code k} values: a level that one torn-off month does not move. */
    public static LocalModel medianOfLast(int k) {
        return new Plain("median_" + k, (y, n, season, out) -> {
            double[] last = Arrays.copyOfRange(y, Math.max(0, n - k), n);
            Arrays.sort(last);
            Arrays.fill(out, (last[(last.length - 1) / 2] + last[last.length / 2]) / 2);
        });
    }

    /**
     * Last year's value moved by the mean growth of the last {@code k} months over a year; on a log scale a factor. NaN
     * without evidence of a season: a jump a year ago would otherwise come back as a forecast.
     */
    public static LocalModel seasonalNaiveGrowth(int k) {
        return new Plain("seasonal_naive_growth", (y, n, season, out) -> {
            if (!season.isPresent() || n < YEAR + k) {
                Arrays.fill(out, Double.NaN);
                return;
            }
            double growth = 0;
            for (int back = 1; back <= k; back++) {
                growth += (y[n - back] - y[n - back - YEAR]) / k;
            }
            for (int h = 1; h <= out.length; h++) {
                out[h - 1] = y[n - 1 + h - YEAR] + growth;
            }
        });
    }

    private interface Rule {
        void apply(double[] y, int n, Seasonality season, double[] out);
    }

    private record Plain(String name, Rule rule) implements LocalModel {
        @Override
        public void forecast(double[] y, int n, double[] parameters, Seasonality season, double[] out) {
            rule.apply(y, n, season, out);
        }
    }
}
