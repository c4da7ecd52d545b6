package io.segmentradar.core.alert;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * An early warning: what was expected of a segment or aggregate, what came, and how unlikely that was.
 *
 * @param id stable over runs of the same data: month, level, segment, KPI and type
 * @param level id of the hierarchy level
 * @param actual value of the month; for an alert that looks ahead, today's value
 * @param expected point forecast of the month, made before; for an alert that looks ahead, of the third month from now
 * @param lower lower bound of the 90 % interval of that forecast
 * @param surprise two-sided tail probability, in (0, 1]
 * @param impact money at stake, at least 0
 * @param standing among the other alerts and in time
 */
public record Alert(
        String id,
        String level,
        SegmentId segment,
        String kpi,
        YearMonth month,
        AlertType type,
        Severity severity,
        double actual,
        double expected,
        double lower,
        double upper,
        double surprise,
        double impact,
        Standing standing) {
    public Alert {
        if (!(surprise > 0 && surprise <= 1) || !(impact >= 0)) {
            throw new IllegalArgumentException("Alert " + id + ": surprise " + surprise
                    + " must be in (0, 1] and impact " + impact + " not negative");
        }
    }

    public Alert(
            String id,
            String level,
            SegmentId segment,
            String kpi,
            YearMonth month,
            AlertType type,
            Severity severity,
            double actual,
            double expected,
            double lower,
            double upper,
            double surprise,
            double impact) {
        this(
                id,
                level,
                segment,
                kpi,
                month,
                type,
                severity,
                actual,
                expected,
                lower,
                upper,
                surprise,
                impact,
                Standing.fresh(month, surprise, impact));
    }

    public Alert with(Standing other) {
        return new Alert(
                id, level, segment, kpi, month, type, severity, actual, expected, lower, upper, surprise, impact,
                other);
    }

    /** Months since it was first raised; 0 in the first month. */
    public int ageMonths() {
        return Math.toIntExact(standing.firstSeen().until(month, ChronoUnit.MONTHS));
    }

    /** Probability × money at stake. */
    public double expectedLoss() {
        return standing.probability() * impact;
    }

    /** Actual − expected. */
    public double residual() {
        return actual - expected;
    }
}
