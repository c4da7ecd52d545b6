package io.segmentradar.core.forecast;

/** Quantiles of made-up forecasts. */
public final class Quantiles {
    private Quantiles() {}

    /** Spread evenly around each point, {@code widths} scales wide. */
    public static double[] even(double[] point, double[] scale, double widths) {
        int q = ForecastTable.QUANTILES.size();
        double[] quantiles = new double[point.length * q];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = point[i / q] + scale[i / q] * widths * (ForecastTable.QUANTILES.get(i % q) - 0.5);
        }
        return quantiles;
    }
}
