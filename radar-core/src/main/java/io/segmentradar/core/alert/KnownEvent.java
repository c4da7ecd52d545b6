package io.segmentradar.core.alert;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;

/**
 * Something that is known to have happened to a segment: the truth that alerts are scored against, never an input.
 *
 * @param kpi id of the KPI
 * @param magnitude share of the KPI that it moved, signed or not
 */
public record KnownEvent(SegmentId segment, String kpi, YearMonth start, AlertType type, double magnitude) {}
