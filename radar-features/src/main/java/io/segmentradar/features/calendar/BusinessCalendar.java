package io.segmentradar.features.calendar;

import io.segmentradar.core.calendar.Holidays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** When a country's banks are open, as far as it is known years ahead. Implementations are safe for many threads. */
public interface BusinessCalendar extends Holidays {
    /**
     * Whether banks are open on a day.
     *
     * @throws CalendarRangeException if the day lies outside the years this calendar is valid for
     */
    @Override
    boolean isBusinessDay(LocalDate day);

    /**
     * The day of the lunar New Year that falls in a solar year, or empty where it is not kept.
     *
     * @throws CalendarRangeException if the year lies outside the years this calendar is valid for
     */
    @Override
    Optional<LocalDate> seollal(int year);

    /**
     * The day of the harvest festival that falls in a solar year, or empty where it is not kept.
     *
     * @throws CalendarRangeException if the year lies outside the years this calendar is valid for
     */
    @Override
    Optional<LocalDate> chuseok(int year);

    /**
     * Everything known ahead of a month.
     *
     * @throws CalendarRangeException if the month lies outside the years this calendar is valid for
     */
    default CalendarMonth month(YearMonth month) {
        Optional<LocalDate> seollal = seollal(month.getYear());
        Optional<LocalDate> chuseok = chuseok(month.getYear());
        int businessDays = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            if (isBusinessDay(month.atDay(day))) {
                businessDays++;
            }
        }
        return new CalendarMonth(
                month,
                businessDays,
                daysOf(month, seollal, -1, 1),
                daysOf(month, chuseok, -1, 1),
                daysOf(month, seollal, -CalendarMonth.SHOPPING_DAYS, -1),
                daysOf(month, chuseok, -CalendarMonth.SHOPPING_DAYS, -1));
    }

    private static int daysOf(YearMonth month, Optional<LocalDate> festival, int from, int to) {
        if (festival.isEmpty()) {
            return 0;
        }
        int days = 0;
        for (int offset = from; offset <= to; offset++) {
            if (YearMonth.from(festival.get().plusDays(offset)).equals(month)) {
                days++;
            }
        }
        return days;
    }
}
