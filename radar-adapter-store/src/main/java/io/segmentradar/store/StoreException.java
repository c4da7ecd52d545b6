package io.segmentradar.store;

import io.segmentradar.core.RadarException;

/** The store could not do what was asked; nothing was half done. */
public final class StoreException extends RadarException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
