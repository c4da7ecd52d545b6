package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Severity;

/**
 * Severity from how unlikely and how much money, the same in both directions. Each of the two gives up to three points;
 * a figure that fell to (almost) nothing is as unlikely as can be, because no fall is deeper.
 */
final class SeverityScale {
    private static final double[] SURPRISE = {1e-2, 1e-3, 1e-4};
    private static final double[] FLOORS = {5, 25, 100};
    private static final double TOTAL_LOSS = 0.99;

    private SeverityScale() {}

    /**
     * @param floor least money worth an alert; 0 where there is none, and money then gives two points
     */
    static Severity of(double surprise, double impact, double floor, double expected, double actual) {
        boolean lost = Math.abs(expected) > 0
                && Math.abs(actual) <= (1 - TOTAL_LOSS) * Math.abs(expected)
                && Math.abs(expected - actual) >= TOTAL_LOSS * Math.abs(expected);
        int unlikely = lost ? SURPRISE.length : 0;
        int money = floor > 0 ? 0 : 2;
        for (int i = 0; i < SURPRISE.length; i++) {
            unlikely += !lost && surprise <= SURPRISE[i] ? 1 : 0;
            money += floor > 0 && impact >= FLOORS[i] * floor ? 1 : 0;
        }
        return switch (unlikely + money) {
            case 6, 5 -> Severity.CRITICAL;
            case 4 -> Severity.HIGH;
            case 3, 2 -> Severity.MEDIUM;
            default -> Severity.LOW;
        };
    }
}
