package io.segmentradar.core;

/**
 * Root of every broken contract in Segment Radar. A message names what is wrong, each offending value and whose it is,
 * then what to do about it. Expected outcomes are results, never exceptions.
 */
public abstract class RadarException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected RadarException(String message) {
        super(message);
    }

    protected RadarException(String message, Throwable cause) {
        super(message, cause);
    }
}
