package io.segmentradar.core.forecast;

import java.util.List;

/**
 * Back-test results; all out of sample, in money.
 *
 * @param rows one per KPI, horizon, level, size class and model
 * @param covariates one verdict per KPI and series from outside that was offered
 * @param adjustments how far the published forecasts of each KPI, horizon and level were moved to add up
 */
public record AccuracyReport(List<Row> rows, List<CovariateVerdict> covariates, List<LevelAdjustment> adjustments) {
    /** Name under which the published forecasts appear among the models. */
    public static final String PUBLISHED = "published";

    /** Size class that holds every series. */
    public static final String ALL_SIZES = "all";

    public AccuracyReport {
        rows = List.copyOf(rows);
        covariates = List.copyOf(covariates);
        adjustments = List.copyOf(adjustments);
    }

    public AccuracyReport(List<Row> rows) {
        this(rows, List.of(), List.of());
    }

    /**
     * A measure that does not apply (no interval, no scale) is NaN and appears as an empty field. Coverage, width,
     * interval score and pinball loss leave out series that stand still (the same value for a year): their interval is
     * the value itself, and counting them would flatter.
     *
     * @param n (series, origin) pairs with a known actual at origin and target
     * @param wape Σ|actual − point| / Σ|actual|
     * @param mase mean over series of the mean absolute error over the in-sample seasonal-naive error
     * @param rmsse the same with squares: root of the mean squared error over the in-sample one
     * @param bias Σ(point − actual) / Σ|actual|
     * @param r2Log R² of signed logs: comparable with the predecessor, not used for decisions
     * @param r2Money R² of money: dominated by the largest series
     * @param coverage80 share of actuals inside the 80 % interval
     * @param coverage90 share of actuals inside the 90 % interval
     * @param meanWidth90 mean width of the 90 % interval, money
     * @param winkler90 mean interval score of the 90 % interval (width plus 20 × overshoot) over mean |actual|
     * @param pinball mean pinball loss over the tabulated quantiles over mean |actual|
     * @param skill 1 − wape / wape of the best of naive, seasonal naive and mean of three
     * @param dieboldMariano p-value (two-sided) of equal absolute error with that best naive
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
            double rmsse,
            double bias,
            double r2Log,
            double r2Money,
            double coverage80,
            double coverage90,
            double meanWidth90,
            double winkler90,
            double pinball,
            double skill,
            double dieboldMariano) {}
}
