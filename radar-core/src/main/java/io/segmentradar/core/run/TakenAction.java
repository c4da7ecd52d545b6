package io.segmentradar.core.run;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An action that an earlier run planned or held out, before it is known what the KPI did since.
 *
 * @param control true if it was held out as control group
 * @param expected what was expected then of the KPI that the action was about, if its response can be measured
 */
public record TakenAction(
        String id,
        SegmentId segment,
        YearMonth month,
        String type,
        boolean control,
        Optional<ActionOutcome> outcome,
        Optional<Expectation> expected) {
    /**
     * The forecast made before the action.
     *
     * @param target month of the event
     * @param point money unit
     * @param stake probability × amount at stake, above 0
     */
    public record Expectation(String kpi, YearMonth target, double point, double stake) {}

    /** With its response, as far as the panel covers it: (actual − forecast made then) / (probability × amount at stake). */
    public PastAction measuredOn(SegmentPanel panel) {
        return new PastAction(id, segment, month, type, control, outcome, response(panel));
    }

    private OptionalDouble response(SegmentPanel panel) {
        OptionalInt row = panel.index().row(segment);
        if (expected.isEmpty()
                || row.isEmpty()
                || !panel.months().contains(expected.get().target())) {
            return OptionalDouble.empty();
        }
        Expectation then = expected.get();
        double actual =
                panel.column(then.kpi()).orNaN(row.getAsInt(), panel.months().indexOf(then.target()));
        return Double.isNaN(actual)
                ? OptionalDouble.empty()
                : OptionalDouble.of((actual - then.point()) / then.stake());
    }
}
