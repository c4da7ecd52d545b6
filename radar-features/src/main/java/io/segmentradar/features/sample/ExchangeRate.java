package io.segmentradar.features.sample;

import io.segmentradar.features.sample.RandomStream.Purpose;

/** The sample's USD/KRW: monthly averages, a mean-reverting random walk in logs. */
final class ExchangeRate {
    private static final double MEAN = StrictMath.log(1250);
    private static final double START = StrictMath.log(1195);
    private static final double PULL = 0.03;
    private static final double STEP = 0.021;

    private final double[] logs;

    ExchangeRate(long seed, int months) {
        logs = new double[months];
        RandomStream random = new RandomStream();
        double rate = START;
        for (int month = 0; month < months; month++) {
            random.startAt(seed, Purpose.EXCHANGE_RATE, month, 0);
            rate += month == 0 ? 0 : PULL * (MEAN - rate) + STEP * random.normal();
            logs[month] = rate;
        }
    }

    /** Won a dollar, to four decimals. */
    double at(int month) {
        return Math.round(StrictMath.exp(logs[month]) * 1e4) / 1e4;
    }

    /** How weak the won was a month ago, as a log ratio to its mean: contracts follow the rate with that lag. */
    double weakness(int month) {
        return logs[Math.max(0, month - 1)] - MEAN;
    }
}
