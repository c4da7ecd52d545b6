package io.segmentradar.features.calendar;

import java.time.LocalDate;

/**
 * When the moon is new and where the sun stands, to well under a minute (moon) and about a quarter of an hour (sun)
 * between 1950 and 2100. Source: Jean Meeus, Astronomical Algorithms, 2nd ed. 1998, chapters 25 (solar coordinates, low
 * accuracy) and 49 (phases of the moon); ΔT after Espenak and Meeus, Five Millennium Canon of Solar Eclipses, 2006.
 */
final class Ephemeris {
    private static final double JULIAN_DAY_OF_EPOCH_DAY_0 = 2440587.5;
    private static final double SECONDS_A_DAY = 86400.0;
    private static final double LUNATIONS_A_YEAR = 12.3685;

    /** Meeus table 49.A for the new moon: coefficient in days, power of E, multiples of M, M' and F. */
    private static final double[][] PERIODIC = {
        {-0.40720, 0, 0, 1, 0},
        {0.17241, 1, 1, 0, 0},
        {0.01608, 0, 0, 2, 0},
        {0.01039, 0, 0, 0, 2},
        {0.00739, 1, -1, 1, 0},
        {-0.00514, 1, 1, 1, 0},
        {0.00208, 2, 2, 0, 0},
        {-0.00111, 0, 0, 1, -2},
        {-0.00057, 0, 0, 1, 2},
        {0.00056, 1, 1, 2, 0},
        {-0.00042, 0, 0, 3, 0},
        {0.00042, 1, 1, 0, 2},
        {0.00038, 1, 1, 0, -2},
        {-0.00024, 1, -1, 2, 0},
        {-0.00007, 0, 2, 1, 0},
        {0.00004, 0, 0, 2, -2},
        {0.00004, 0, 3, 0, 0},
        {0.00003, 0, 1, 1, -2},
        {0.00003, 0, 0, 2, 2},
        {-0.00003, 0, 1, 1, 2},
        {0.00003, 0, -1, 1, 2},
        {-0.00002, 0, -1, 1, -2},
        {-0.00002, 0, 1, 3, 0},
        {0.00002, 0, 0, 4, 0},
    };

    /** Meeus chapter 49, additional corrections: coefficient in days, then the argument's constant and rate per k. */
    private static final double[][] PLANETARY = {
        {0.000325, 299.77, 0.107408},
        {0.000165, 251.88, 0.016321},
        {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478},
        {0.000110, 84.66, 18.206239},
        {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732},
        {0.000056, 154.84, 7.306860},
        {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824},
        {0.000040, 291.34, 1.844379},
        {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099},
        {0.000023, 331.55, 3.592518},
    };

    private Ephemeris() {}

    /** The number of the lunation near a date; lunation 0 is the new moon of 2000-01-06. */
    static int lunationNear(LocalDate date) {
        double year = date.getYear() + date.getDayOfYear() / 365.25;
        return (int) Math.round((year - 2000) * LUNATIONS_A_YEAR);
    }

    /** The instant of new moon {@code k}, as a Julian day in universal time. */
    static double newMoon(int k) {
        double t = k / 1236.85;
        double mean = 2451550.09766 + 29.530588861 * k + t * t * (0.00015437 + t * (-0.000000150 + t * 0.00000000073));
        double sunAnomaly = 2.5534 + 29.10535670 * k - t * t * (0.0000014 + t * 0.00000011);
        double moonAnomaly = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + t * (0.00001238 - t * 0.000000058));
        double latitude = 160.7108 + 390.67050284 * k - t * t * (0.0016118 + t * (0.00000227 - t * 0.000000011));
        double node = 124.7746 - 1.56375588 * k + t * t * (0.0020672 + t * 0.00000215);
        double eccentricity = 1 - t * (0.002516 + t * 0.0000074);
        double correction = -0.00017 * sin(node);
        for (double[] term : PERIODIC) {
            correction += term[0]
                    * Math.pow(eccentricity, term[1])
                    * sin(term[2] * sunAnomaly + term[3] * moonAnomaly + term[4] * latitude);
        }
        for (double[] term : PLANETARY) {
            correction += term[0] * sin(term[1] + term[2] * k);
        }
        return toUniversal(mean + correction);
    }

    /** The sun's apparent longitude in degrees, 0 up to 360, at a Julian day in universal time. */
    static double solarLongitude(double julianDay) {
        double t = (julianDay + deltaT(yearOf(julianDay)) / SECONDS_A_DAY - 2451545.0) / 36525;
        double meanLongitude = 280.46646 + t * (36000.76983 + t * 0.0003032);
        double anomaly = 357.52911 + t * (35999.05029 - t * 0.0001537);
        double centre = (1.914602 - t * (0.004817 + t * 0.000014)) * sin(anomaly)
                + (0.019993 - t * 0.000101) * sin(2 * anomaly)
                + 0.000289 * sin(3 * anomaly);
        double apparent = meanLongitude + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t);
        return apparent - 360 * Math.floor(apparent / 360);
    }

    /** The calendar day on which a universal instant falls in a zone {@code hoursEast} of Greenwich. */
    static LocalDate dayOf(double julianDay, int hoursEast) {
        return LocalDate.ofEpochDay((long) Math.floor(julianDay - JULIAN_DAY_OF_EPOCH_DAY_0 + hoursEast / 24.0));
    }

    /** The universal instant at which a calendar day begins in a zone {@code hoursEast} of Greenwich. */
    static double startOf(LocalDate day, int hoursEast) {
        return day.toEpochDay() + JULIAN_DAY_OF_EPOCH_DAY_0 - hoursEast / 24.0;
    }

    private static double toUniversal(double dynamicalDay) {
        return dynamicalDay - deltaT(yearOf(dynamicalDay)) / SECONDS_A_DAY;
    }

    private static double yearOf(double julianDay) {
        return 2000 + (julianDay - 2451544.5) / 365.25;
    }

    /** Dynamical minus universal time, in seconds; from 1961 on. */
    private static double deltaT(double year) {
        if (year < 1986) {
            double t = year - 1975;
            return 45.45 + t * (1.067 - t * (1 / 260.0 + t / 718.0));
        }
        double t = year - 2000;
        if (year < 2005) {
            return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
        }
        return 62.92 + t * (0.32217 + t * 0.005589);
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees % 360));
    }
}
