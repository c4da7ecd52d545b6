package io.segmentradar.http.access;

import io.segmentradar.core.RadarException;

/** Access control cannot be set up as it is written; the server does not start. */
public final class AccessException extends RadarException {
    private static final long serialVersionUID = 1L;

    public AccessException(String message) {
        super(message);
    }

    public AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
