package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Severity;

/**
 * Severity from how unlikely and how much money, the same in both directions. Each of the two gives up to three points;
 * a figure that fell to (almost) nothing is as unlikely as can be, because no fall is deeper.
 *
 * <p>A small tail probability is little among thousands of tests: where a good part of the figures at least as unusual
 * is noise, nobody is called out of a meeting. So an alert of which every fifth is noise is not critical, and one of
 * which every second is noise is at most medium. A total loss is exempt: that the money is gone is no estimate.
 */
final class SeverityScale {
    private static final double[] SURPRISE = {1e-2, 1e-3, 1e-4};
    private static final double[] FLOORS = {5, 25, 100};
    private static final double TOTAL_LOSS = 0.99;
    /** Expected shares of noise above which an alert is at most high, and at most medium. */
    private static final double DOUBTFUL = 0.2;

    private static final double TOSS_UP = 0.45;

    private SeverityScale() {}

    /**
     * @param falseShare expected share of noise among figures at least as unusual
     * @param floor least money worth an alert; 0 where there is none, and money then gives two points
     */
    static Severity of(
            double surprise, double falseShare, double impact, double floor, double expected, double actual) {
        boolean lost = Math.abs(expected) > 0
                && Math.abs(actual) <= (1 - TOTAL_LOSS) * Math.abs(expected)
                && Math.abs(expected - actual) >= TOTAL_LOSS * Math.abs(expected);
        int unlikely = lost ? SURPRISE.length : 0;
        int money = floor > 0 ? 0 : 2;
        for (int i = 0; i < SURPRISE.length; i++) {
            unlikely += !lost && surprise <= SURPRISE[i] ? 1 : 0;
            money += floor > 0 && impact >= FLOORS[i] * floor ? 1 : 0;
        }
        Severity severity = switch (unlikely + money) {
            case 6, 5 -> Severity.CRITICAL;
            case 4 -> Severity.HIGH;
            case 3, 2 -> Severity.MEDIUM;
            default -> Severity.LOW;
        };
        Severity most = lost || falseShare <= DOUBTFUL
                ? Severity.CRITICAL
                : falseShare <= TOSS_UP ? Severity.HIGH : Severity.MEDIUM;
        return severity.compareTo(most) < 0 ? most : severity;
    }
}
