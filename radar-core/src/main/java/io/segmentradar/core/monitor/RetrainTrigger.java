package io.segmentradar.core.monitor;

import io.segmentradar.core.kpi.Label;

/** Why new models should be trained. */
public record RetrainTrigger(Kind kind, Label reason) {
    /** Kinds of triggers, each of which a policy may leave out. */
    public enum Kind {
        /** The models have reached the age at which they are renewed anyway. */
        SCHEDULE,
        /** The input looks different from what the models have learned. */
        DATA_DRIFT,
        /** Errors or bias have left what the back-test promised. */
        FORECAST_DRIFT,
        /** Intervals hold less than they promise. */
        COVERAGE_LOST,
        /** Enough months have come in that the models have not seen. */
        NEW_DATA
    }
}
