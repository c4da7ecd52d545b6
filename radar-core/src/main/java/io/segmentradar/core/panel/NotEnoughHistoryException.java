package io.segmentradar.core.panel;

import io.segmentradar.core.RadarException;

/** The panel has too few months for what was asked. */
public final class NotEnoughHistoryException extends RadarException {
    private static final long serialVersionUID = 1L;

    public NotEnoughHistoryException(MonthAxis months, int needed) {
        super("The input covers " + months.count() + " month(s), " + months.first() + " to " + months.last() + ", but "
                + needed + " are needed. Deliver earlier months as further --input files.");
    }
}
