package io.segmentradar.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** Knows weekends and no holiday. */
final class Weekends implements Holidays {
    @Override
    public boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    }

    @Override
    public Optional<LocalDate> seollal(int year) {
        return Optional.empty();
    }

    @Override
    public Optional<LocalDate> chuseok(int year) {
        return Optional.empty();
    }
}
