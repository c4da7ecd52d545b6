package io.segmentradar.report.notify;

import io.segmentradar.core.RadarException;

/** A subscription file or sent log that cannot be used; the message names file, key and allowed values. */
public final class NotifyException extends RadarException {
    private static final long serialVersionUID = 1L;

    public NotifyException(String message) {
        super(message);
    }

    public NotifyException(String message, Throwable cause) {
        super(message, cause);
    }
}
