package io.segmentradar.report.notify;

import io.segmentradar.core.RadarException;

/** A message that did not arrive. */
final class DeliveryException extends RadarException {
    private static final long serialVersionUID = 1L;

    private final boolean worthRetrying;

    /**
     * @param worthRetrying false if the same attempt can only fail again
     */
    DeliveryException(String message, boolean worthRetrying, Throwable cause) {
        super(message, cause);
        this.worthRetrying = worthRetrying;
    }

    boolean isWorthRetrying() {
        return worthRetrying;
    }
}
