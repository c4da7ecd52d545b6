package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Severity;
import java.util.Arrays;

/**
 * Severity from how unlikely and how much money, the same in both directions. Each of the two gives up to three points;
 * a figure that fell to (almost) nothing is as unlikely as can be, because no fall is deeper. What has two points of six
 * is low: a page on which everything is of medium importance ranks nothing.
 *
 * <p>A small tail probability is little among thousands of tests: where a good part of the figures at least as unusual
 * is noise, nobody is called out of a meeting. So an alert of which every fifth is noise is not critical, one of which
 * every second is noise is at most medium, and one that is in all likelihood noise is low. A total loss is exempt: that
 * the money is gone is no estimate. A turned trend is never critical: it took months.
 */
final class SeverityScale {
    private static final double[] SURPRISE = {1e-2, 1e-3, 1e-4};
    private static final double[] FLOORS = {5, 25, 100};
    private static final double TOTAL_LOSS = 0.99;
    /** Expected shares of noise above which an alert is at most high, at most medium, and low. */
    private static final double DOUBTFUL = 0.2;

    private static final double TOSS_UP = 0.45;
    private static final double NOISE = 0.8;

    private SeverityScale() {}

    /** Of a turned trend, whose money adds up over {@link Turns#MONTHS} months. */
    static Severity ofTurn(double surprise, double falseShare, double impact, double floor) {
        Severity severity = graded(unlikely(surprise) + money(impact / Turns.MONTHS, floor));
        return milder(milder(severity, most(falseShare)), Severity.HIGH);
    }

    /**
     * @param falseShare expected share of noise among figures at least as unusual
     * @param floor least money worth an alert; 0 where there is none, and money then gives two points
     */
    static Severity of(
            double surprise, double falseShare, double impact, double floor, double expected, double actual) {
        boolean lost = Math.abs(expected) > 0
                && Math.abs(actual) <= (1 - TOTAL_LOSS) * Math.abs(expected)
                && Math.abs(expected - actual) >= TOTAL_LOSS * Math.abs(expected);
        int unlikely = lost ? SURPRISE.length : unlikely(surprise);
        Severity severity = graded(unlikely + money(impact, floor));
        return lost ? severity : milder(severity, most(falseShare));
    }

    private static int unlikely(double surprise) {
        return (int) Arrays.stream(SURPRISE).filter(limit -> surprise <= limit).count();
    }

    private static int money(double impact, double floor) {
        return floor > 0
                ? (int) Arrays.stream(FLOORS)
                        .filter(times -> impact >= times * floor)
                        .count()
                : 2;
    }

    private static Severity graded(int points) {
        return switch (points) {
            case 6, 5 -> Severity.CRITICAL;
            case 4 -> Severity.HIGH;
            case 3 -> Severity.MEDIUM;
            default -> Severity.LOW;
        };
    }

    private static Severity most(double falseShare) {
        if (falseShare > NOISE) {
            return Severity.LOW;
        }
        if (falseShare > TOSS_UP) {
            return Severity.MEDIUM;
        }
        return falseShare > DOUBTFUL ? Severity.HIGH : Severity.CRITICAL;
    }

    private static Severity milder(Severity a, Severity b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
