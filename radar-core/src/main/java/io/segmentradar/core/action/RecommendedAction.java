package io.segmentradar.core.action;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;

/**
 * Something a person at the bank should do about a segment.
 *
 * @param id stable over runs of the same data
 * @param type such as {@code DEPOSIT_DEFENSE}
 * @param category such as {@code RETENTION}
 * @param score priority, larger is more urgent
 * @param kpi id of the KPI the action is about
 * @param reason a sentence with the figures behind it
 */
public record RecommendedAction(
        String id,
        SegmentId segment,
        YearMonth month,
        String type,
        String category,
        double score,
        String kpi,
        Label reason) {}
