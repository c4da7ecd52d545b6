package io.segmentradar.cli;

import io.segmentradar.core.RadarException;

/** A command was called with arguments that cannot work together or do not exist. */
public final class UsageException extends RadarException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
