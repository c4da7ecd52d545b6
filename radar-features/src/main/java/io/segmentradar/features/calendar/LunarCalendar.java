package io.segmentradar.features.calendar;

import java.time.LocalDate;

/**
 * The Korean lunisolar calendar: months begin on the day of the new moon at 135° east (UTC+9), the month that holds the
 * winter solstice is the eleventh, and where thirteen months lie between two such months, the first of them in which the
 * sun enters no new twelfth of the zodiac (no major solar term) is a leap month and takes its predecessor's number.
 * Rules: Helmer Aslaksen, The Mathematics of the Chinese Calendar, 2010, with Korean instead of Chinese time, which
 * moves some festivals by a day (1988, 1997, 2027, 2028) and some leap months (2012, 2017).
 */
final class LunarCalendar {
    private static final int KOREAN_HOURS_EAST = 9;
    private static final int SECTOR_AFTER_WINTER_SOLSTICE = 9;

    private LunarCalendar() {}

    /**
     * The day on which a regular (not leap) lunar day falls.
     *
     * @param month 1 to 10, all that the festivals need
     * @param day 1 to 29, the days that every lunar month has
     */
    static LocalDate dayOf(int year, int month, int day) {
        if (month < 1 || month > 10 || day < 1 || day > 29) {
            throw new IllegalArgumentException("No such lunar day here: month " + month + ", day " + day);
        }
        int eleventh = eleventhMonth(year - 1);
        int leap = leapMonth(eleventh, eleventhMonth(year));
        int months = leap <= month + 1 ? month + 2 : month + 1;
        return newMoonDay(eleventh + months).plusDays(day - 1L);
    }

    /** The position of the leap month after an eleventh month, or beyond every month where there is none. */
    private static int leapMonth(int eleventh, int nextEleventh) {
        if (nextEleventh - eleventh == 12) {
            return Integer.MAX_VALUE;
        }
        int position = 1;
        while (sector(newMoonDay(eleventh + position)) != sector(newMoonDay(eleventh + position + 1))) {
            position++;
        }
        return position;
    }

    /** The lunation that holds the winter solstice of a solar year: the last to begin before the sun reaches 270°. */
    private static int eleventhMonth(int year) {
        int lunation = Ephemeris.lunationNear(LocalDate.of(year, 12, 31)) + 1;
        while (sector(newMoonDay(lunation)) >= SECTOR_AFTER_WINTER_SOLSTICE) {
            lunation--;
        }
        return lunation;
    }

    private static LocalDate newMoonDay(int lunation) {
        return Ephemeris.dayOf(Ephemeris.newMoon(lunation), KOREAN_HOURS_EAST);
    }

    /** The twelfth of the zodiac, 0 to 11, in which the sun stands when a Korean day begins. */
    private static int sector(LocalDate day) {
        return (int) (Ephemeris.solarLongitude(Ephemeris.startOf(day, KOREAN_HOURS_EAST)) / 30);
    }
}
