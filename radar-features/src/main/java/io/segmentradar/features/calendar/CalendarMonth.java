package io.segmentradar.features.calendar;

import io.segmentradar.core.calendar.Holidays;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a calendar knows of a month ahead of time; all numbers count days of this month.
 *
 * @param businessDays days on which banks are open
 * @param seollalDays days of the three-day lunar New Year festival (the eve, the day, the day after)
 * @param chuseokDays days of the three-day harvest festival (the eve, the day, the day after)
 * @param daysBeforeSeollal days among the {@value #SHOPPING_DAYS} before Seollal, when gifts are bought and wages paid
 * @param daysBeforeChuseok days among the {@value #SHOPPING_DAYS} before Chuseok
 */
public record CalendarMonth(
        YearMonth month,
        int businessDays,
        int seollalDays,
        int chuseokDays,
        int daysBeforeSeollal,
        int daysBeforeChuseok) {
    /** Length of the shopping season before a festival, in days, the eve included. */
    public static final int SHOPPING_DAYS = 14;

    /**
     * Everything that a calendar knows of a month.
     *
     * @throws CalendarRangeException if the month lies outside the years the calendar is valid for
     */
    public static CalendarMonth of(YearMonth month, Holidays calendar) {
        Optional<LocalDate> seollal = calendar.seollal(month.getYear());
        Optional<LocalDate> chuseok = calendar.chuseok(month.getYear());
        int businessDays = 0;
        for (int day = 1; day <= month.lengthOfMonth(); day++) {
            if (calendar.isBusinessDay(month.atDay(day))) {
                businessDays++;
            }
        }
        return new CalendarMonth(
                month,
                businessDays,
                daysOf(month, seollal, -1, 1),
                daysOf(month, chuseok, -1, 1),
                daysOf(month, seollal, -SHOPPING_DAYS, -1),
                daysOf(month, chuseok, -SHOPPING_DAYS, -1));
    }

    /** Whether a calendar quarter ends with this month. */
    public boolean quarterEnd() {
        return month.getMonthValue() % 3 == 0;
    }

    public boolean yearEnd() {
        return month.getMonthValue() == 12;
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
