package io.segmentradar.models.season;

/**
 * The yearly pattern of one series of logarithms, by a small loop of trend and season in the manner of STL (Cleveland et
 * al. 1990): the trend is a local line through the series without its season, up to both ends, and the season is the mean
 * distance from it, in which recent years weigh more, because habits change.
 *
 * @param pattern what each month of the year adds; sums to 0
 * @param noise variance of an entry of the pattern, from what neither trend nor season tells
 * @param strength share of the variance around the trend that the pattern tells (Wang, Smith and Hyndman 2006), in [0, 1]
 */
record YearlyPattern(double[] pattern, double noise, double strength) {
    static final int YEAR = 12;

    /** Weight of a year against the next one. */
    private static final double MEMORY = 0.6;

    /** Months to each side that the trend looks at. */
    private static final int REACH = 9;

    private static final int ROUNDS = 3;

    /**
     * The pattern of {@code log[from .. to]}; entry i belongs to the positions that leave the rest i over a year.
     *
     * @param log no gaps; at least three years
     */
    static YearlyPattern of(double[] log, int from, int to) {
        double[] pattern = seasonOf(log, centred(log, from, to), from + YEAR / 2, to - YEAR / 2);
        double[] trend = new double[log.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int t = from; t <= to; t++) {
                trend[t] = line(log, pattern, t, Math.max(from, t - REACH), Math.min(to, t + REACH));
            }
            pattern = seasonOf(log, trend, from, to);
        }
        return new YearlyPattern(pattern, noise(log, pattern, from, to), strength(log, trend, pattern, from, to));
    }

    private static double[] centred(double[] log, int from, int to) {
        double[] trend = new double[log.length];
        for (int t = from + YEAR / 2; t <= to - YEAR / 2; t++) {
            double sum = (log[t - YEAR / 2] + log[t + YEAR / 2]) / 2;
            for (int k = 1 - YEAR / 2; k < YEAR / 2; k++) {
                sum += log[t + k];
            }
            trend[t] = sum / YEAR;
        }
        return trend;
    }

    /** Local line at {@code t} with tricube weights. */
    private static double line(double[] log, double[] pattern, int t, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double y0 = 0;
        double y1 = 0;
        for (int u = from; u <= to; u++) {
            double d = (u - t) / (REACH + 1.0);
            double cube = 1 - Math.abs(d * d * d);
            double w = cube * cube * cube;
            double y = log[u] - pattern[u % YEAR];
            s0 += w;
            s1 += w * d;
            s2 += w * d * d;
            y0 += w * y;
            y1 += w * d * y;
        }
        return (s2 * y0 - s1 * y1) / (s0 * s2 - s1 * s1);
    }

    private static double[] seasonOf(double[] log, double[] trend, int from, int to) {
        double[] sum = new double[YEAR];
        double[] weight = new double[YEAR];
        for (int t = from; t <= to; t++) {
            double w = Math.pow(MEMORY, (to - t) / YEAR);
            sum[t % YEAR] += w * (log[t] - trend[t]);
            weight[t % YEAR] += w;
        }
        double mean = 0;
        for (int i = 0; i < YEAR; i++) {
            sum[i] /= weight[i];
            mean += sum[i] / YEAR;
        }
        for (int i = 0; i < YEAR; i++) {
            sum[i] -= mean;
        }
        return sum;
    }

    private static double strength(double[] log, double[] trend, double[] pattern, int from, int to) {
        double all = 0;
        double rest = 0;
        for (int t = from; t <= to; t++) {
            double around = log[t] - trend[t];
            all += around * around;
            rest += (around - pattern[t % YEAR]) * (around - pattern[t % YEAR]);
        }
        return all > 0 ? Math.max(0, 1 - rest / all) : 0;
    }

    /** Of a month against its neighbours, over the number of years that the weighted mean is worth. */
    private static double noise(double[] log, double[] pattern, int from, int to) {
        double squares = 0;
        for (int t = from + 1; t < to; t++) {
            double rest = log[t] - pattern[t % YEAR];
            double neighbours = log[t - 1] - pattern[(t - 1) % YEAR] + log[t + 1] - pattern[(t + 1) % YEAR];
            squares += (rest - neighbours / 2) * (rest - neighbours / 2) / 1.5;
        }
        double years = 0;
        double squared = 0;
        for (int t = to; t >= from; t -= YEAR) {
            double w = Math.pow(MEMORY, (to - t) / YEAR);
            years += w;
            squared += w * w;
        }
        return squares / (to - from - 1) * squared / (years * years);
    }
}
