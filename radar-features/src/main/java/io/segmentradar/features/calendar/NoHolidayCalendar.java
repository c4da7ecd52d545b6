package io.segmentradar.features.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/** Knows weekends only, Saturday and Sunday; valid for every year. */
public final class NoHolidayCalendar implements BusinessCalendar {
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
