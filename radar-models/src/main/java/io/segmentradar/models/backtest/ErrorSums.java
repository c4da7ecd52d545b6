package io.segmentradar.models.backtest;

import io.segmentradar.core.forecast.ForecastTable;

/** Running sums from which one row of the accuracy report is made. */
final class ErrorSums {
    private static final double ALPHA_90 = 0.1;
    private static final int Q = ForecastTable.QUANTILES.size();
    private static final int Q05 = ForecastTable.QUANTILES.indexOf(0.05);
    private static final int Q10 = ForecastTable.QUANTILES.indexOf(0.1);
    private static final int Q90 = ForecastTable.QUANTILES.indexOf(0.9);
    private static final int Q95 = ForecastTable.QUANTILES.indexOf(0.95);

    private final double unit;
    private long n;
    private double absolute;
    private double actuals;
    private double signed;
    private final Scatter money = new Scatter();
    private final Scatter log = new Scatter();
    private double scaled;
    private double scaledSquares;
    private int series;
    private long intervals;
    private double intervalActuals;
    private long inside80;
    private long inside90;
    private double width;
    private double winkler;
    private double pinball;

    /** Sums of what R² needs. */
    private static final class Scatter {
        private double residual;
        private double sum;
        private double squares;

        void add(double actual, double point) {
            residual += (actual - point) * (actual - point);
            sum += actual;
            squares += actual * actual;
        }

        double r2(long n) {
            double total = squares - sum * sum / n;
            return total > 0 ? 1 - residual / total : Double.NaN;
        }
    }

    ErrorSums(double unit) {
        this.unit = unit;
    }

    void add(double actual, double point) {
        n++;
        absolute += Math.abs(actual - point);
        actuals += Math.abs(actual);
        signed += point - actual;
        money.add(actual, point);
        log.add(logOf(actual), logOf(point));
    }

    private double logOf(double value) {
        return Math.signum(value) * Math.log1p(Math.abs(value) / unit);
    }

    /** Mean absolute and mean squared error of one series, over the in-sample ones. */
    void addSeries(double absoluteRatio, double squaredRatio) {
        scaled += absoluteRatio;
        scaledSquares += Math.sqrt(squaredRatio);
        series++;
    }

    /**
     * @param quantiles holds the node's distribution from {@code at} on
     */
    void addInterval(double actual, double[] quantiles, int at) {
        intervals++;
        intervalActuals += Math.abs(actual);
        double lower = quantiles[at + Q05];
        double upper = quantiles[at + Q95];
        inside80 += quantiles[at + Q10] <= actual && actual <= quantiles[at + Q90] ? 1 : 0;
        inside90 += lower <= actual && actual <= upper ? 1 : 0;
        width += upper - lower;
        winkler += upper - lower + 2 / ALPHA_90 * (Math.max(0, lower - actual) + Math.max(0, actual - upper));
        for (int q = 0; q < Q; q++) {
            double p = ForecastTable.QUANTILES.get(q);
            double gap = actual - quantiles[at + q];
            pinball += Math.max(p * gap, (p - 1) * gap) / Q;
        }
    }

    long n() {
        return n;
    }

    double absolute() {
        return absolute;
    }

    double wape() {
        return ratio(absolute, actuals);
    }

    double mase() {
        return ratio(scaled, series);
    }

    double rmsse() {
        return ratio(scaledSquares, series);
    }

    double bias() {
        return ratio(signed, actuals);
    }

    double r2Log() {
        return n == 0 ? Double.NaN : log.r2(n);
    }

    double r2Money() {
        return n == 0 ? Double.NaN : money.r2(n);
    }

    double coverage80() {
        return ratio(inside80, intervals);
    }

    double coverage90() {
        return ratio(inside90, intervals);
    }

    double meanWidth90() {
        return ratio(width, intervals);
    }

    double winkler90() {
        return ratio(winkler, intervalActuals);
    }

    double pinball() {
        return ratio(pinball, intervalActuals);
    }

    private static double ratio(double sum, double over) {
        return over > 0 ? sum / over : Double.NaN;
    }
}
