package io.segmentradar.models.lightgbm;

import io.segmentradar.core.RadarException;

/** The native tree library could not be loaded, or refused a call. */
public final class LightGbmException extends RadarException {
    private static final long serialVersionUID = 1L;

    LightGbmException(String message) {
        super(message);
    }

    LightGbmException(String message, Throwable cause) {
        super(message, cause);
    }
}
