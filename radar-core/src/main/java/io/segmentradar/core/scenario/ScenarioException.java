package io.segmentradar.core.scenario;

import io.segmentradar.core.RadarException;

/** A scenario does not fit the run it is asked of; the message names every part that does not. */
public final class ScenarioException extends RadarException {
    private static final long serialVersionUID = 1L;

    public ScenarioException(String message) {
        super(message);
    }
}
