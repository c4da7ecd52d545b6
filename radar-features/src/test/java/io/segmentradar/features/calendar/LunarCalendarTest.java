package io.segmentradar.features.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** The oracle is the almanac of the Korea Astronomy and Space Science Institute, one row a decade from 1980. */
class LunarCalendarTest {
    private static final String SEOLLAL = """
            02-16 02-05 01-25 02-13 02-02 02-20 02-09 01-29 02-18 02-06
            01-27 02-15 02-04 01-23 02-10 01-31 02-19 02-08 01-28 02-16
            02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26
            02-14 02-03 01-23 02-10 01-31 02-19 02-08 01-28 02-16 02-05
            01-25 02-12 02-01 01-22 02-10 01-29 02-17 02-07 01-27 02-13
            02-03 01-23 02-11 01-31 02-19 02-08 01-28 02-15 02-04 01-24
            02-12 02-01 01-22 02-10 01-30 02-17 02-06 01-26 02-14 02-02
            01-23
            """;
    private static final String BUDDHAS_BIRTHDAY = """
            05-21 05-11 05-01 05-20 05-08 05-27 05-16 05-05 05-23 05-12
            05-02 05-21 05-10 05-28 05-18 05-07 05-24 05-14 05-03 05-22
            05-11 05-01 05-19 05-08 05-26 05-15 05-05 05-24 05-12 05-02
            05-21 05-10 05-28 05-17 05-06 05-25 05-14 05-03 05-22 05-12
            04-30 05-19 05-08 05-27 05-15 05-05 05-24 05-13 05-02 05-20
            05-09 05-28 05-16 05-06 05-25 05-15 05-03 05-22 05-11 04-30
            05-18 05-07 05-26 05-16 05-05 05-24 05-13 05-02 05-20 05-09
            05-28
            """;
    private static final String CHUSEOK = """
            09-23 09-12 10-01 09-21 09-10 09-29 09-18 10-07 09-25 09-14
            10-03 09-22 09-11 09-30 09-20 09-09 09-27 09-16 10-05 09-24
            09-12 10-01 09-21 09-11 09-28 09-18 10-06 09-25 09-14 10-03
            09-22 09-12 09-30 09-19 09-08 09-27 09-15 10-04 09-24 09-13
            10-01 09-21 09-10 09-29 09-17 10-06 09-25 09-15 10-03 09-22
            09-12 10-01 09-19 09-08 09-27 09-16 10-04 09-24 09-13 10-02
            09-21 09-10 09-28 09-17 10-05 09-25 09-15 10-04 09-22 09-11
            09-30
            """;

    @Test
    void seollalFallsOnTheDayOfTheAlmanac() {
        assertFallsOn(SEOLLAL, 1, 1);
    }

    @Test
    void buddhasBirthdayFallsOnTheDayOfTheAlmanac() {
        assertFallsOn(BUDDHAS_BIRTHDAY, 4, 8);
    }

    @Test
    void chuseokFallsOnTheDayOfTheAlmanacAlsoIn2033WhoseLeapMonthFollowsTheEleventh() {
        assertFallsOn(CHUSEOK, 8, 15);
    }

    @Test
    void seollalLiesBetween21JanuaryAnd21February() {
        for (int year = 1970; year <= 2060; year++) {
            LocalDate seollal = LunarCalendar.dayOf(year, 1, 1);
            assertTrue(!seollal.isBefore(LocalDate.of(year, 1, 21)), seollal::toString);
            assertTrue(!seollal.isAfter(LocalDate.of(year, 2, 21)), seollal::toString);
        }
    }

    @Test
    void regularMonthsLast29Or30DaysUnlessALeapMonthLiesBetweenThem() {
        int leapMonths = 0;
        for (int year = 1980; year <= 2050; year++) {
            for (int month = 1; month < 10; month++) {
                long days = ChronoUnit.DAYS.between(
                        LunarCalendar.dayOf(year, month, 1), LunarCalendar.dayOf(year, month + 1, 1));
                if (days > 30) {
                    leapMonths++;
                    assertTrue(days >= 58 && days <= 60, year + "-" + month + " lasts " + days);
                } else {
                    assertTrue(days >= 29, year + "-" + month + " lasts " + days);
                }
            }
        }
        // Of the almanac's 26 leap months only those of 1984 (tenth) and 2033 (eleventh) lie beyond the tenth.
        assertEquals(24, leapMonths);
    }

    @Test
    void yearsLast12Or13Lunations() {
        for (int year = 1980; year < 2050; year++) {
            long days = ChronoUnit.DAYS.between(LunarCalendar.dayOf(year, 1, 1), LunarCalendar.dayOf(year + 1, 1, 1));
            assertTrue(days >= 353 && days <= 355 || days >= 383 && days <= 385, year + " lasts " + days);
        }
    }

    @Test
    void refusesDaysThatNotEveryMonthHas() {
        assertThrows(IllegalArgumentException.class, () -> LunarCalendar.dayOf(2024, 1, 30));
        assertThrows(IllegalArgumentException.class, () -> LunarCalendar.dayOf(2024, 11, 1));
    }

    private static void assertFallsOn(String almanac, int month, int day) {
        int year = 1980;
        for (String monthAndDay : almanac.split("\\s+")) {
            assertEquals(LocalDate.parse(year + "-" + monthAndDay), LunarCalendar.dayOf(year, month, day));
            year++;
        }
        assertEquals(2051, year, "the almanac covers 1980 to 2050");
    }
}
