package io.segmentradar.features.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A year's holidays by the Regulations on Holidays of Public Agencies (관공서의 공휴일에 관한 규정) and, since 2021, the
 * Public Holidays Act (공휴일에 관한 법률), as in force in that year, and the banks' Labour Day.
 */
record KoreanYear(LocalDate seollal, LocalDate chuseok, Set<LocalDate> holidays) {
    private static final int ALWAYS = Integer.MAX_VALUE;
    private static final int NEVER = Integer.MAX_VALUE;

    /**
     * A holiday on a fixed day.
     *
     * @param from first year in force, 0 where older than this calendar
     * @param until last year in force
     * @param substituteFrom first year in which a day lost to a weekend or another holiday is made up for
     */
    private record Fixed(int month, int day, int from, int until, int substituteFrom) {}

    private static final List<Fixed> FIXED = List.of(
            new Fixed(1, 1, 0, ALWAYS, NEVER), // New Year, three days until 1989, two until 1998
            new Fixed(1, 2, 0, 1998, NEVER),
            new Fixed(1, 3, 0, 1989, NEVER),
            new Fixed(3, 1, 0, ALWAYS, 2022), // Independence Movement Day
            new Fixed(3, 10, 0, 1993, NEVER), // Labour Day, of old
            new Fixed(4, 5, 0, 2005, NEVER), // Arbor Day
            new Fixed(5, 1, 1994, ALWAYS, NEVER), // Labour Day
            new Fixed(5, 5, 0, ALWAYS, 2014), // Children's Day
            new Fixed(6, 6, 0, ALWAYS, NEVER), // Memorial Day
            new Fixed(7, 17, 0, 2007, NEVER), // Constitution Day, then again from 2026
            new Fixed(7, 17, 2026, ALWAYS, 2026),
            new Fixed(8, 15, 0, ALWAYS, 2021), // Liberation Day
            new Fixed(10, 1, 0, 1990, NEVER), // Armed Forces Day
            new Fixed(10, 3, 0, ALWAYS, 2021), // National Foundation Day
            new Fixed(10, 9, 0, 1990, NEVER), // Hangul Day, then again from 2013
            new Fixed(10, 9, 2013, ALWAYS, 2021),
            new Fixed(12, 25, 0, ALWAYS, 2023)); // Christmas

    /** How a lost holiday is made up for: not at all, when it falls on a Sunday, or on any day of a weekend. */
    private enum Substitute {
        NONE,
        SUNDAY,
        WEEKEND;

        boolean lostOn(DayOfWeek day) {
            return this != NONE && day == DayOfWeek.SUNDAY || this == WEEKEND && day == DayOfWeek.SATURDAY;
        }
    }

    static KoreanYear of(int year) {
        LocalDate seollal = LunarCalendar.dayOf(year, 1, 1);
        LocalDate chuseok = LunarCalendar.dayOf(year, 8, 15);
        NavigableMap<LocalDate, List<Substitute>> lawful = new TreeMap<>();
        for (Fixed fixed : FIXED) {
            if (fixed.from <= year && year <= fixed.until) {
                Substitute substitute = year >= fixed.substituteFrom ? Substitute.WEEKEND : Substitute.NONE;
                add(lawful, LocalDate.of(year, fixed.month, fixed.day), substitute);
            }
        }
        LocalDate buddhasBirthday = LunarCalendar.dayOf(year, 4, 8);
        add(lawful, buddhasBirthday, year >= 2023 ? Substitute.WEEKEND : Substitute.NONE);
        Substitute festival = year >= 2014 ? Substitute.SUNDAY : Substitute.NONE;
        for (int offset = seollalFrom(year); offset <= (year >= 1989 ? 1 : 0); offset++) {
            add(lawful, seollal.plusDays(offset), festival);
        }
        for (int offset = year >= 1989 ? -1 : 0; offset <= (year >= 1986 ? 1 : 0); offset++) {
            add(lawful, chuseok.plusDays(offset), festival);
        }
        return new KoreanYear(seollal, chuseok, Collections.unmodifiableSet(withSubstitutes(lawful)));
    }

    /** Seollal was no holiday before 1985, one day until 1988, three days since. */
    private static int seollalFrom(int year) {
        if (year >= 1989) {
            return -1;
        }
        return year >= 1985 ? 0 : 1;
    }

    private static void add(NavigableMap<LocalDate, List<Substitute>> lawful, LocalDate day, Substitute substitute) {
        lawful.computeIfAbsent(day, unused -> new ArrayList<>()).add(substitute);
    }

    /**
     * Adds, for each holiday lost, the first working day after it. On a weekend every holiday with a right to it has its
     * own substitute; on a weekday two that coincide share one.
     */
    private static Set<LocalDate> withSubstitutes(NavigableMap<LocalDate, List<Substitute>> lawful) {
        Set<LocalDate> holidays = new TreeSet<>(lawful.keySet());
        lawful.forEach((day, rights) -> {
            long lost = rights.stream()
                    .filter(right -> right.lostOn(day.getDayOfWeek()))
                    .count();
            boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (weekday && rights.size() > 1 && rights.stream().anyMatch(right -> right != Substitute.NONE)) {
                lost = 1;
            }
            for (LocalDate next = day.plusDays(1); lost > 0; next = next.plusDays(1)) {
                if (next.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && holidays.add(next)) {
                    lost--;
                }
            }
        });
        return holidays;
    }
}
