package io.segmentradar.core.forecast;

import java.util.List;

/** Back-test results, one row per KPI, horizon, level, size class and model; all out of sample, in money. */
public record AccuracyReport(List<Row> rows) {
    /** Name under which the published forecasts appear among the models. */
    public static final String PUBLISHED = "published";

    /** Size class that holds every series. */
    public static final String ALL_SIZES = "all";

    public AccuracyReport {
        rows = List.copyOf(rows);
    }

    /**
     * A measure that does not apply (no interval, no scale) is NaN and appears as an empty field.
     *
     * @param n (series, origin) pairs with a known actual at origin and target
     * @param wape Σ|actual − point| / Σ|actual|
     * @param mase mean over series of the mean absolute error over the in-sample seasonal-naive error
     * @param bias Σ(point − actual) / Σ|actual|
     * @param coverage90 share of actuals inside the 90 % interval
     * @param meanWidth90 mean width of the 90 % interval, money
     * @param r2Log R² of signed logs: comparable with the predecessor, not used for decisions
     */
    public record Row(
            String kpi,
            int horizon,
            String level,
            String sizeClass,
            String model,
            long n,
            double wape,
            double mase,
            double bias,
            double coverage90,
            double meanWidth90,
            double r2Log) {}
}
