package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.calendar.CalendarMonth;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;

/** Known events of the calendar that a reader of the month's alerts should have in mind. */
final class CalendarRemarks {
    private CalendarRemarks() {}

    /** Remarks on the month under review. */
    static Set<Guardrail> of(AlertContext context) {
        return of(context.panel().months().last(), BusinessCalendars.named(context.calendar()));
    }

    /** An alert about more than one month, with what is to be remarked on the last one beside what was before. */
    static Alert more(Alert alert, AlertContext context) {
        Set<Guardrail> all = of(context);
        all.addAll(alert.standing().remarks());
        return alert.with(alert.standing().remarking(all));
    }

    /** Festivals of the month and of the one before, whose rebound it shows, and the end of a quarter. */
    private static Set<Guardrail> of(YearMonth month, Holidays calendar) {
        CalendarMonth now = CalendarMonth.of(month, calendar);
        CalendarMonth before = CalendarMonth.of(month.minusMonths(1), calendar);
        Set<Guardrail> remarks = EnumSet.noneOf(Guardrail.class);
        if (now.seollalDays() + before.seollalDays() > 0) {
            remarks.add(Guardrail.SEOLLAL);
        }
        if (now.chuseokDays() + before.chuseokDays() > 0) {
            remarks.add(Guardrail.CHUSEOK);
        }
        if (now.quarterEnd()) {
            remarks.add(Guardrail.QUARTER_END);
        }
        return remarks;
    }
}
