package io.segmentradar.core.panel.linkage;

import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Optional;

/**
 * How many of a bank's customers are absent.
 *
 * @param now share of last month's customers who have no row this month, in [0, 1]
 * @param usual the same over the last year before
 * @param back share of those absent for a first month who had a row the month after, over the last year
 */
public record AbsenceShare(double now, double usual, double back) {
    private static final int YEAR = 12;

    /** Absences from which shares can be told. */
    private static final double FEWEST = 30;

    /** As of the panel's last month; empty if it does not tell who is absent, or too few ever were. */
    public static Optional<AbsenceShare> of(SegmentPanel panel) {
        if (!panel.has(Absences.ABSENT_COUNT)) {
            return Optional.empty();
        }
        int last = panel.months().count() - 1;
        double customers = 0;
        double lost = 0;
        double away = 0;
        double returned = 0;
        for (int m = Math.max(2, last - YEAR); m <= last; m++) {
            away += total(panel, Absences.LOST_COUNT, m - 1);
            returned += total(panel, Absences.RETURNED_COUNT, m);
            if (m < last) {
                customers += total(panel, SegmentPanel.CUSTOMER_COUNT, m - 1);
                lost += total(panel, Absences.LOST_COUNT, m);
            }
        }
        if (away < FEWEST || lost < FEWEST) {
            return Optional.empty();
        }
        double before = total(panel, SegmentPanel.CUSTOMER_COUNT, last - 1);
        double now = before == 0 ? 0 : total(panel, Absences.LOST_COUNT, last) / before;
        return Optional.of(new AbsenceShare(now, lost / customers, returned / away));
    }

    private static double total(SegmentPanel panel, String name, int month) {
        PanelColumn column = panel.column(name);
        double sum = 0;
        for (int s = 0; s < panel.segments(); s++) {
            double value = column.recorded(s, month);
            sum += Double.isNaN(value) ? 0 : value;
        }
        return sum;
    }
}
