package io.segmentradar.models.engine;

import io.segmentradar.core.RadarException;

/** A forecasting method that the application brought failed or broke the contract of its port. */
public final class OwnForecasterException extends RadarException {
    private static final long serialVersionUID = 1L;

    OwnForecasterException(String message, Throwable cause) {
        super(message, cause);
    }
}
