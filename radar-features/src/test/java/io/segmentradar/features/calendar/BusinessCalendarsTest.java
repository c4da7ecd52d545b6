package io.segmentradar.features.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.run.SpecException;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BusinessCalendarsTest {
    @Test
    void namesLeadToCalendars() {
        assertInstanceOf(KoreanCalendar.class, BusinessCalendars.named("korea"));
        assertSame(Holidays.WEEKENDS_ONLY, BusinessCalendars.named("none"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheAllowedOnes() {
        SpecException error = assertThrows(SpecException.class, () -> BusinessCalendars.named("corea"));
        assertTrue(error.getMessage().contains("'corea'"));
        assertTrue(error.getMessage().contains("'korea' and 'none'"));
    }

    @Test
    void withoutHolidaysEveryWeekdayIsABusinessDayInAnyYear() {
        Holidays calendar = BusinessCalendars.named("none");
        assertEquals(23, CalendarMonth.of(YearMonth.of(2024, 1), calendar).businessDays());
        assertEquals(20, CalendarMonth.of(YearMonth.of(1910, 2), calendar).businessDays());
        assertEquals(0, CalendarMonth.of(YearMonth.of(2024, 2), calendar).seollalDays());
        assertEquals(Optional.empty(), calendar.chuseok(2024));
    }
}
