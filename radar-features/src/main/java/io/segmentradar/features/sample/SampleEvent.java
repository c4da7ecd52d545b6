package io.segmentradar.features.sample;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;

/**
 * Something that was made to happen to a segment: the truth against which alerts are scored, never an input.
 *
 * @param kpi Korean label of the KPI
 * @param type {@code DROP} (amounts × (1 − magnitude)), {@code SPIKE} (× (1 + magnitude)) or {@code INFLECTION} (moving
 *     evenly over half a year to × (1 + magnitude)); net inflow shifts by that share of the inflow instead
 * @param magnitude positive; negative for an inflection downwards
 * @param durationMonths months of the panel concerned, the first included
 */
public record SampleEvent(
        SegmentId segment, String kpi, YearMonth start, AlertType type, double magnitude, int durationMonths) {
    private static final int RAMP_MONTHS = 6;

    /** The factor on amounts, {@code elapsed} months after the start; 1 when the event is over. */
    double factor(int elapsed) {
        if (elapsed < 0 || elapsed >= durationMonths) {
            return 1;
        }
        return switch (type) {
            case DROP -> 1 - magnitude;
            case SPIKE -> 1 + magnitude;
            default -> 1 + magnitude * Math.min(1, (elapsed + 1) / (double) RAMP_MONTHS);
        };
    }
}
