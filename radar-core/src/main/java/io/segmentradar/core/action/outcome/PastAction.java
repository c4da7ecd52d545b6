package io.segmentradar.core.action.outcome;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An action that an earlier run planned or held out, with what came of it.
 *
 * @param control true if it was held out as control group
 * @param outcome what the owner reported, if anything yet
 * @param response what came of the amount at stake, measured on the KPI alike for planned and control: (actual −
 *     expected) / (probability × amount at stake), positive is good; absent until the target month is known
 */
public record PastAction(
        String id,
        SegmentId segment,
        YearMonth month,
        String type,
        boolean control,
        Optional<ActionOutcome> outcome,
        OptionalDouble response) {}
