package io.segmentradar.core.forecast;

/**
 * Which past forecasts are measured, and how often models are trained anew for them.
 *
 * @param origins how many origins are measured, the last of them {@code step} months before the panel's last month
 * @param step months between measured origins
 * @param refitEvery months between trainings; 0 trains once before the first measured origin, besides the published
 *     models, which have always seen everything
 */
public record BacktestPlan(int origins, int step, int refitEvery) {
    /** Twelve monthly origins, models at most half a year old. */
    public static final BacktestPlan STANDARD = new BacktestPlan(12, 1, 6);

    public BacktestPlan {
        if (origins < 1 || step < 1 || refitEvery < 0) {
            throw new IllegalArgumentException("Not a back-test: " + origins + " origins, every " + step
                    + " months, trained every " + refitEvery + " months");
        }
    }

    /** Months from the first measured origin to the panel's last. */
    public int span() {
        return origins * step;
    }
}
