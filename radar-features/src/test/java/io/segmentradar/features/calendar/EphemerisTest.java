package io.segmentradar.features.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EphemerisTest {
    /** Meeus, example 49.a: new moon of February 1977 at JDE 2443192.65118, ΔT 48 s then. */
    @Test
    void newMoonAgreesWithTheWorkedExampleOfMeeus() {
        assertEquals(2443192.65118 - 47.6 / 86400, Ephemeris.newMoon(-283), 5.0 / 86400);
    }

    /** Total solar eclipse of 2017-08-21: conjunction in ecliptic longitude at 18:30:12 UT (published almanacs). */
    @Test
    void newMoonFallsOnTheConjunctionOfASolarEclipse() {
        double published = at(2017, 8, 21, 18, 30);
        int lunation = Ephemeris.lunationNear(LocalDate.of(2017, 8, 21));
        assertEquals(published, Ephemeris.newMoon(lunation), 60.0 / 86400);
    }

    /** Meeus, example 25.a: 1992-10-13 0h TD, apparent longitude 199.90895°. */
    @Test
    void solarLongitudeAgreesWithTheWorkedExampleOfMeeus() {
        double universal = 2448908.5 - 59.0 / 86400;
        assertEquals(199.90895, Ephemeris.solarLongitude(universal), 1e-4);
    }

    /** March equinox 2020-03-20 03:50 UT, June solstice 2023-06-21 14:58 UT, December solstice 2033-12-21 13:46 UT. */
    @Test
    void theSunStandsAtTheTurningPointsOfTheYearWhenAlmanacsSay() {
        assertEquals(0.0, Ephemeris.solarLongitude(at(2020, 3, 20, 3, 50) + 0.01) - 0.01 * 0.9856, 0.01);
        assertEquals(90.0, Ephemeris.solarLongitude(at(2023, 6, 21, 14, 58)), 0.01);
        assertEquals(270.0, Ephemeris.solarLongitude(at(2033, 12, 21, 13, 46)), 0.01);
    }

    @Test
    void daysBeginAtMidnightOfTheirZone() {
        double start = Ephemeris.startOf(LocalDate.of(2000, 1, 1), 9);
        assertEquals(2451543.5 + 15 / 24.0, start, 1e-9);
        assertEquals(LocalDate.of(2000, 1, 1), Ephemeris.dayOf(start + 1e-6, 9));
        assertEquals(LocalDate.of(1999, 12, 31), Ephemeris.dayOf(start - 1e-6, 9));
    }

    private static double at(int year, int month, int day, int hour, int minute) {
        return Ephemeris.startOf(LocalDate.of(year, month, day), 0) + (hour * 60 + minute) / 1440.0;
    }
}
