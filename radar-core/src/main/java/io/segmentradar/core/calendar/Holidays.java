package io.segmentradar.core.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.ServiceLoader;

/** When a country's banks are open, as far as it is known years ahead. Implementations are safe for many threads. */
public interface Holidays {
    /** Saturdays and Sundays, which every calendar has; valid for every year. */
    Holidays WEEKENDS_ONLY = new Weekends();

    /** Whether banks are open on a day. */
    boolean isBusinessDay(LocalDate day);

    /** The day of the lunar New Year that falls in a solar year, or empty where it is not kept. */
    Optional<LocalDate> seollal(int year);

    /** The day of the harvest festival that falls in a solar year, or empty where it is not kept. */
    Optional<LocalDate> chuseok(int year);

    /** The festival of this month that moves between months and shifts flows with it, if there is one. */
    default Optional<Festival> festival(YearMonth month) {
        int year = month.getYear();
        if (seollal(year).map(YearMonth::from).filter(month::equals).isPresent()) {
            return Optional.of(Festival.SEOLLAL);
        }
        return chuseok(year).map(YearMonth::from).filter(month::equals).map(found -> Festival.CHUSEOK);
    }

    /** The last business day up to {@code day}, but not before {@code earliest}: then the first one from there on. */
    default LocalDate businessDayUpTo(LocalDate day, LocalDate earliest) {
        LocalDate found = day;
        while (!isBusinessDay(found) && found.isAfter(earliest)) {
            found = found.minusDays(1);
        }
        while (!isBusinessDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** A festival whose month changes from year to year. */
    enum Festival {
        SEOLLAL,
        CHUSEOK
    }

    /** Finds a calendar by the name that a spec gives it; found with {@link ServiceLoader}. */
    interface Source {
        Optional<Holidays> named(String calendar);
    }

    /** The calendar of this name; weekends alone where no part on the class path knows it. */
    static Holidays named(String calendar) {
        return ServiceLoader.load(Source.class).stream()
                .flatMap(source -> source.get().named(calendar).stream())
                .findFirst()
                .orElse(WEEKENDS_ONLY);
    }
}
