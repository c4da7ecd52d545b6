package io.segmentradar.core.scenario;

import io.segmentradar.core.kpi.Label;

/**
 * What has to be known about a scenario before it is believed.
 *
 * @param subject series, KPI or assumption it is about
 */
public record ScenarioNote(Kind kind, String subject, Label text) {
    /** Kinds of notes. */
    public enum Kind {
        /** An input lies beyond what the models have seen; trees hold on to the edge there. */
        OUTSIDE_TRAINING,
        /** A series changes nothing, because it earned no place in the back-test. */
        NO_EFFECT,
        /** The base is not the stored forecast, so that differences mix two causes. */
        BASE_DIFFERS,
        /** Some rules of actions see the base, or cannot be judged. */
        ACTIONS_INCOMPLETE
    }
}
