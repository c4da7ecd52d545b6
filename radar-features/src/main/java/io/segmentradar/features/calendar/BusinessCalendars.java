package io.segmentradar.features.calendar;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.run.SpecException;
import java.util.Set;

/** The calendars that a spec can name. */
public final class BusinessCalendars {
    static final Set<String> NAMES = Set.of("korea", "none");

    private BusinessCalendars() {}

    /**
     * The calendar of a name.
     *
     * @param name {@code korea} or {@code none}
     * @throws SpecException if there is no such calendar
     */
    public static Holidays named(String name) {
        return switch (name) {
            case "korea" -> new KoreanCalendar();
            case "none" -> Holidays.WEEKENDS_ONLY;
            default -> throw new SpecException("Unknown calendar '" + name + "': allowed are 'korea' and 'none'");
        };
    }
}
