package io.segmentradar.features.calendar;

import io.segmentradar.core.calendar.Holidays;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Days on which Korean banks are open, 1980 to 2050: computed from the laws in force (the festivals from sun and moon),
 * with substitute holidays by the rules of their year and the five-day week of banks from July 2002.
 *
 * <p>Left out, because nobody can know them years ahead and a forecast must not use them: election days and the single
 * days that a government declares a holiday (such as 2020-08-17 or 2024-10-01); also the next-day rule of 1989-1990.
 * A month with such a day counts one business day too many. Years to come follow the law as of 2026.
 * Every question about another year is answered with a {@link CalendarRangeException}.
 */
public final class KoreanCalendar implements Holidays {
    /** First year of validity. */
    public static final int FIRST_YEAR = 1980;
    /** Last year of validity. */
    public static final int LAST_YEAR = 2050;

    private static final LocalDate FIVE_DAY_WEEK = LocalDate.of(2002, 7, 1);

    /** Years already worked out; a pure function of the year, kept because it is asked for day by day. */
    private final Map<Integer, KoreanYear> years = new ConcurrentHashMap<>();

    @Override
    public boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        boolean weekend = weekday == DayOfWeek.SUNDAY || weekday == DayOfWeek.SATURDAY && !day.isBefore(FIVE_DAY_WEEK);
        return !weekend && !holidays(day.getYear()).contains(day);
    }

    @Override
    public Optional<LocalDate> seollal(int year) {
        return Optional.of(year(year).seollal());
    }

    @Override
    public Optional<LocalDate> chuseok(int year) {
        return Optional.of(year(year).chuseok());
    }

    /**
     * The days of a year on which banks are closed by law, weekends only where a holiday falls on one.
     *
     * @throws CalendarRangeException if the year lies outside 1980 to 2050
     */
    public Set<LocalDate> holidays(int year) {
        return year(year).holidays();
    }

    private KoreanYear year(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new CalendarRangeException("korea", year, FIRST_YEAR, LAST_YEAR);
        }
        return years.computeIfAbsent(year, KoreanYear::of);
    }
}
