package io.segmentradar.core.forecast.trained;

import io.segmentradar.core.RadarException;

/** Trained models cannot be used: they are absent or damaged, or do not fit the data; the message names each difference. */
public final class ModelsRefusedException extends RadarException {
    private static final long serialVersionUID = 1L;

    public ModelsRefusedException(String message) {
        super(message);
    }
}
