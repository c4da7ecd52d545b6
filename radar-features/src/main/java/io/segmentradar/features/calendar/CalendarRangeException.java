package io.segmentradar.features.calendar;

import io.segmentradar.core.RadarException;

/** A date for which a calendar's rules are not known. */
public final class CalendarRangeException extends RadarException {
    private static final long serialVersionUID = 1L;

    CalendarRangeException(String calendar, int year, int firstYear, int lastYear) {
        super("The calendar '" + calendar + "' is valid from " + firstYear + " to " + lastYear + ", not in " + year
                + ": check the months of the input, or choose the calendar 'none' in the spec");
    }
}
