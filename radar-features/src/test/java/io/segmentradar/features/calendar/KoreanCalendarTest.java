package io.segmentradar.features.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KoreanCalendarTest {
    private final KoreanCalendar calendar = new KoreanCalendar();

    @Test
    void namesTheFestivalDays() {
        assertEquals(Optional.of(LocalDate.of(2024, 2, 10)), calendar.seollal(2024));
        assertEquals(Optional.of(LocalDate.of(2025, 10, 6)), calendar.chuseok(2025));
    }

    @Test
    void holidaysOf2024AreThoseOfTheOfficialCalendar() {
        assertEquals(
                dates("01-01 02-09 02-10 02-11 02-12 03-01 05-01 05-05 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-03"
                        + " 10-09 12-25"),
                calendar.holidays(2024).stream()
                        .map(day -> day.toString().substring(5))
                        .toList());
    }

    @Test
    void substituteHolidaysFollowTheRulesOfTheirYear() {
        List<String> substitutes = List.of(
                "2014-09-10",
                "2015-09-29",
                "2016-02-10",
                "2017-01-30",
                "2017-10-06",
                "2018-05-07",
                "2018-09-26",
                "2019-05-06",
                "2020-01-27",
                "2021-08-16",
                "2021-10-04",
                "2021-10-11",
                "2022-09-12",
                "2022-10-10",
                "2023-01-24",
                "2023-05-29",
                "2024-02-12",
                "2024-05-06",
                "2025-03-03",
                "2025-05-06",
                "2025-10-08",
                "2026-03-02",
                "2026-05-25",
                "2026-08-17",
                "2026-10-05");
        List<LocalDate> closedWeekdays = Stream.iterate(2014, year -> year + 1)
                .limit(13)
                .flatMap(year -> calendar.holidays(year).stream())
                .filter(day -> substitutes.contains(day.toString()))
                .toList();
        assertEquals(
                substitutes, closedWeekdays.stream().map(LocalDate::toString).toList());
        List<String> noneGiven = List.of(
                "2013-09-23",
                "2015-08-17",
                "2016-05-02",
                "2020-08-18",
                "2021-12-27",
                "2022-05-09",
                "2022-12-26",
                "2023-01-02",
                "2026-06-08");
        noneGiven.forEach(day -> assertTrue(calendar.isBusinessDay(LocalDate.parse(day)), day));
    }

    @Test
    void holidaysComeAndGoWithTheLaw() {
        assertOpenThenClosed("2012-10-09", "2013-10-09");
        assertOpenThenClosed("2008-07-17", "2026-07-17");
        assertOpenThenClosed("2006-04-05", "2005-04-05");
        assertOpenThenClosed("1991-10-01", "1990-10-01");
        assertOpenThenClosed("1991-01-03", "1989-01-03");
        assertOpenThenClosed("1999-01-02", "1998-01-02");
        assertOpenThenClosed("1984-02-02", "1985-02-20");
        assertOpenThenClosed("1988-02-19", "1989-02-07");
        assertOpenThenClosed("1994-03-10", "1993-03-10");
        assertOpenThenClosed("1993-05-01", "1995-05-01");
    }

    @Test
    void banksWorkedSaturdaysUntilJune2002() {
        assertTrue(calendar.isBusinessDay(LocalDate.of(2002, 6, 29)));
        assertFalse(calendar.isBusinessDay(LocalDate.of(2002, 7, 6)));
        assertFalse(calendar.isBusinessDay(LocalDate.of(2002, 6, 30)));
    }

    @Test
    void businessDaysOfAMonthAreCountedFromTheDays() {
        assertEquals(19, CalendarMonth.of(YearMonth.of(2024, 2), calendar).businessDays());
        assertEquals(18, CalendarMonth.of(YearMonth.of(2024, 9), calendar).businessDays());
        assertEquals(18, CalendarMonth.of(YearMonth.of(2025, 10), calendar).businessDays());
        assertEquals(22, CalendarMonth.of(YearMonth.of(2022, 12), calendar).businessDays());
    }

    @Test
    void festivalAndShoppingDaysSplitAcrossMonthsAddUp() {
        CalendarMonth january = CalendarMonth.of(YearMonth.of(2022, 1), calendar);
        CalendarMonth february = CalendarMonth.of(YearMonth.of(2022, 2), calendar);
        assertEquals(1, january.seollalDays());
        assertEquals(2, february.seollalDays());
        assertEquals(14, january.daysBeforeSeollal());
        assertEquals(0, february.daysBeforeSeollal());
        for (int year = KoreanCalendar.FIRST_YEAR; year <= KoreanCalendar.LAST_YEAR; year++) {
            List<CalendarMonth> months = Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                    .limit(12)
                    .map(month -> CalendarMonth.of(month, calendar))
                    .toList();
            assertEquals(3, months.stream().mapToInt(CalendarMonth::seollalDays).sum());
            assertEquals(3, months.stream().mapToInt(CalendarMonth::chuseokDays).sum());
            assertEquals(
                    14,
                    months.stream().mapToInt(CalendarMonth::daysBeforeSeollal).sum());
            assertEquals(
                    14,
                    months.stream().mapToInt(CalendarMonth::daysBeforeChuseok).sum());
        }
    }

    @Test
    void monthEndsAreKnown() {
        assertTrue(CalendarMonth.of(YearMonth.of(2024, 3), calendar).quarterEnd());
        assertFalse(CalendarMonth.of(YearMonth.of(2024, 3), calendar).yearEnd());
        assertTrue(CalendarMonth.of(YearMonth.of(2024, 12), calendar).yearEnd());
    }

    @Test
    void saysItsLimitsBeyondThem() {
        CalendarMonth.of(YearMonth.of(1980, 1), calendar);
        CalendarMonth.of(YearMonth.of(2050, 12), calendar);
        for (YearMonth month : List.of(YearMonth.of(1979, 12), YearMonth.of(2051, 1))) {
            CalendarRangeException error =
                    assertThrows(CalendarRangeException.class, () -> CalendarMonth.of(month, calendar));
            assertTrue(error.getMessage().contains("from 1980 to 2050, not in " + month.getYear()), error.getMessage());
        }
    }

    private void assertOpenThenClosed(String open, String closed) {
        assertTrue(calendar.isBusinessDay(LocalDate.parse(open)), open);
        assertFalse(calendar.isBusinessDay(LocalDate.parse(closed)), closed);
    }

    private static List<String> dates(String monthsAndDays) {
        return List.of(monthsAndDays.split(" "));
    }
}
