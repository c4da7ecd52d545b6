package io.segmentradar.features.calendar;

import io.segmentradar.core.calendar.Holidays;
import java.util.Optional;

/** Hands the calendars of this module to parts that do not know it. */
public final class CalendarSource implements Holidays.Source {
    @Override
    public Optional<Holidays> named(String calendar) {
        return BusinessCalendars.NAMES.contains(calendar)
                ? Optional.of(BusinessCalendars.named(calendar))
                : Optional.empty();
    }
}
