package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.features.calendar.BusinessCalendars;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scores of all KPIs of a level. */
record LevelScores(LevelView view, List<Scores> kpis) {
    /** Months of same-sided errors that make a turned trend. */
    static final int TURN_MONTHS = 4;
    /** One month's share in a turn is limited, lest a jump pass for one. */
    private static final double TURN_CAP = 2;

    /** Other KPIs that make company: one may have news of its own in the same month. */
    private static final int COMPANY = 2;

    LevelScores {
        kpis = List.copyOf(kpis);
    }

    static List<LevelScores> all(AlertContext context) {
        Holidays calendar = BusinessCalendars.named(context.calendar());
        List<LevelView> views = LevelView.all(context.panel(), context.hierarchy());
        LevelView segments =
                views.stream().filter(LevelView::isSegment).findFirst().orElseThrow();
        Map<Kpi, CalendarShift> shifts = new LinkedHashMap<>();
        for (Kpi kpi : context.kpis().kpis()) {
            shifts.put(kpi, CalendarShift.of(new Errors(segments, kpi, context.past()), calendar));
        }
        return views.stream()
                .map(view -> new LevelScores(
                        view,
                        context.kpis().kpis().stream()
                                .map(kpi -> new Scores(new Errors(view, kpi, context.past()), shifts.get(kpi)))
                                .toList()))
                .toList();
    }

    /** True if other KPIs of the node moved sharply in the month: what hits all products is not one product's news. */
    boolean inCompany(Scores kpi, int node, int month) {
        int company = 0;
        for (Scores other : kpis) {
            company += other != kpi && other.isLoud(node, month) ? 1 : 0;
        }
        return company >= COMPANY;
    }

    /**
     * How one-sided the last {@link #TURN_MONTHS} forecasts erred, in standard deviations; NaN where one of them is
     * missing. After a change of slope every forecast that still follows the old trend errs to the same side.
     */
    static double turn(Scores scores, int node, int month) {
        if (month < TURN_MONTHS) {
            return Double.NaN;
        }
        double sum = 0;
        for (int back = 0; back < TURN_MONTHS; back++) {
            double score = scores.score(node, month - back);
            sum += Math.max(-TURN_CAP, Math.min(TURN_CAP, score));
            if (Double.isNaN(score)) {
                return Double.NaN;
            }
        }
        return sum / Math.sqrt(TURN_MONTHS);
    }
}
