package io.segmentradar.core.run;

import io.segmentradar.core.RadarException;

/** A spec that cannot be used; the message names the key path and the allowed values. */
public final class SpecException extends RadarException {
    private static final long serialVersionUID = 1L;

    public SpecException(String message) {
        super(message);
    }

    public SpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
