package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.features.calendar.BusinessCalendars;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The scores of all KPIs of a level.
 *
 * @param turns those of each KPI's trends
 */
record LevelScores(LevelView view, List<Scores> kpis, Map<Scores, Turns> turns) {
    /** Fewer other KPIs are no company: one may have news of its own in the same month. */
    private static final int LEAST_COMPANY = 2;

    LevelScores {
        kpis = List.copyOf(kpis);
        turns = Map.copyOf(turns);
    }

    /**
     * @param older of the months before the engine's first past forecast
     */
    static List<LevelScores> all(AlertContext context, OlderForecasts older) {
        Holidays calendar = BusinessCalendars.named(context.calendar());
        List<LevelView> views = LevelView.all(context.panel(), context.hierarchy());
        LevelView segments =
                views.stream().filter(LevelView::isSegment).findFirst().orElseThrow();
        Map<Kpi, CalendarShift> shifts = new LinkedHashMap<>();
        Map<Kpi, Errors> ofSegments = new HashMap<>();
        for (Kpi kpi : context.kpis().kpis()) {
            Errors errors = new Errors(segments, kpi, context.past(), older);
            ofSegments.put(kpi, errors);
            shifts.put(kpi, CalendarShift.of(errors, calendar));
        }
        return views.stream()
                .map(view -> of(
                        view,
                        views,
                        kpi -> view == segments ? ofSegments.get(kpi) : new Errors(view, kpi, context.past(), older),
                        shifts))
                .toList();
    }

    private static LevelScores of(
            LevelView view, List<LevelView> views, Function<Kpi, Errors> errors, Map<Kpi, CalendarShift> shifts) {
        List<LevelView> wider =
                views.stream().filter(other -> !other.isSegment()).toList();
        List<Scores> kpis = new ArrayList<>();
        Map<Scores, Turns> turns = new HashMap<>();
        for (Kpi kpi : shifts.keySet()) {
            Scores scores = new Scores(errors.apply(kpi), shifts.get(kpi));
            kpis.add(scores);
            turns.put(scores, new Turns(scores, view.isSegment() ? SharedPart.of(scores, wider) : SharedPart.NONE));
        }
        return new LevelScores(view, kpis, turns);
    }

    /**
     * True if half of the other KPIs of the node, at least two, moved sharply the same way in the month: what hits all
     * products is not one product's news.
     */
    boolean inCompany(Scores kpi, int node, int month) {
        int company = 0;
        for (Scores other : kpis) {
            company += other != kpi && other.loud(node, month) * kpi.score(node, month) > 0 ? 1 : 0;
        }
        return company >= Math.max(LEAST_COMPANY, (kpis.size() - 1) / 2);
    }

    /** Statistic of a turned trend; NaN where there is none: {@link Turns#statistic}. */
    double turn(Scores kpi, int node, int month) {
        return turns.get(kpi).statistic(node, month);
    }
}
