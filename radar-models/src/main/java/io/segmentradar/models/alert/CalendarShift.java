package io.segmentradar.models.alert;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.features.calendar.CalendarMonth;
import java.time.YearMonth;
import java.util.Arrays;

/**
 * What a moving holiday does to everybody: in the month of Seollal or Chuseok and the month after, the median of the
 * segments' growth against their forecasts is nobody's own news. Flows only: what stands at month end does not move with
 * a holiday. A flow is compared as a ratio, so that large and small segments lose the same share.
 */
final class CalendarShift {
    private static final int MIN_SEGMENTS = 20;

    private final boolean asRatio;
    private final double[] shift;

    private CalendarShift(boolean asRatio, double[] shift) {
        this.asRatio = asRatio;
        this.shift = shift;
    }

    /**
     * @param segments errors of a KPI at the level of segments
     */
    static CalendarShift of(Errors segments, Holidays calendar) {
        LevelView view = segments.view();
        double[] shift = new double[view.months()];
        boolean asRatio = !segments.kpi().kind().isSigned();
        if (segments.kpi().kind() == KpiKind.BALANCE) {
            return new CalendarShift(asRatio, shift);
        }
        for (int m = 0; m < shift.length; m++) {
            if (isTouched(view.panel().months(), m, calendar)) {
                shift[m] = median(segments, m, asRatio);
            }
        }
        return new CalendarShift(asRatio, shift);
    }

    private static boolean isTouched(MonthAxis months, int m, Holidays calendar) {
        return hasHoliday(months.at(m), calendar) || hasHoliday(months.at(m - 1), calendar);
    }

    private static boolean hasHoliday(YearMonth month, Holidays calendar) {
        CalendarMonth known = CalendarMonth.of(month, calendar);
        return known.seollalDays() > 0 || known.chuseokDays() > 0;
    }

    private static double median(Errors segments, int month, boolean asRatio) {
        double[] errors = new double[segments.view().size()];
        int n = 0;
        for (int s = 0; s < errors.length; s++) {
            double error = segments.error(s, month);
            if (!Double.isNaN(error)) {
                double ratio = asRatio ? Math.log(segments.actual(s, month) / segments.forecast(s, month)) : error;
                errors[n] = ratio;
                n += Double.isFinite(ratio) ? 1 : 0;
            }
        }
        return n < MIN_SEGMENTS ? 0 : Errors.quantile(Arrays.copyOf(errors, n), 0.5);
    }

    /** Growth error that a node owes to the calendar; 0 in months that no holiday touches. */
    double of(Errors errors, int node, int month) {
        if (shift[month] == 0 || !asRatio || errors.shape(node, month) != Errors.Shape.MOVE) {
            return shift[month];
        }
        double forecast = errors.forecast(node, month);
        return errors.growth(node, forecast * Math.exp(shift[month]), forecast);
    }
}
