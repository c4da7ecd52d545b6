package io.segmentradar.core.panel;

import io.segmentradar.core.RadarException;

/** The input as a whole cannot be used; nothing is published. */
public final class InputRejectedException extends RadarException {
    private static final long serialVersionUID = 1L;

    public InputRejectedException(String message) {
        super(message);
    }

    public InputRejectedException(String message, Throwable cause) {
        super(message, cause);
    }
}
