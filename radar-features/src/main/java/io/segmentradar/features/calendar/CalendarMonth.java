package io.segmentradar.features.calendar;

import java.time.DayOfWeek;
import java.time.YearMonth;

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

    /** Whether a calendar quarter ends with this month. */
    public boolean quarterEnd() {
        return month.getMonthValue() % 3 == 0;
    }

    public boolean yearEnd() {
        return month.getMonthValue() == 12;
    }

    /** Whether the last day is a Saturday or Sunday, so that payments due then are made next month. */
    public boolean endsOnWeekend() {
        return month.atEndOfMonth().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
