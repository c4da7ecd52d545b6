package io.segmentradar.core.view;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.CaseSubject;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a run differs from an earlier one.
 *
 * @param forecasts published forecasts of both runs for the same node, KPI and target month
 * @param changed those with different points or bounds, largest change in money first
 * @param onlyBefore forecasts that only the earlier run has, and {@code onlyAfter} the later
 * @param newAlerts alerts of the later run on a subject the earlier one had no alert on
 * @param closedAlerts alerts of the earlier run on a subject the later one has none on
 * @param newActions planned actions of the later run whose segment and type the earlier one had not planned
 * @param droppedActions the reverse
 */
public record RunDiff(
        String before,
        String after,
        int forecasts,
        List<ChangedForecast> changed,
        int onlyBefore,
        int onlyAfter,
        List<Alert> newAlerts,
        List<Alert> closedAlerts,
        List<RecommendedAction> newActions,
        List<RecommendedAction> droppedActions) {

    /** Two forecasts of the same figure. */
    public record ChangedForecast(Forecast before, Forecast after) {
        /** Difference of the points, money unit. */
        public double change() {
            return after.point() - before.point();
        }
    }

    private record Target(String level, SegmentId segment, String kpi, YearMonth month) {
        static Target of(Forecast forecast) {
            return new Target(forecast.level(), forecast.segment(), forecast.kpi(), forecast.targetMonth());
        }
    }

    private record Task(SegmentId segment, String type) {
        static Task of(RecommendedAction action) {
            return new Task(action.segment(), action.type());
        }
    }

    public static RunDiff between(RadarRun before, RadarRun after) {
        Map<Target, Forecast> old = forecasts(before);
        Map<Target, Forecast> now = forecasts(after);
        List<ChangedForecast> changed = new ArrayList<>();
        int both = 0;
        for (Map.Entry<Target, Forecast> entry : now.entrySet()) {
            Forecast earlier = old.get(entry.getKey());
            both += earlier == null ? 0 : 1;
            if (earlier != null && differ(earlier, entry.getValue())) {
                changed.add(new ChangedForecast(earlier, entry.getValue()));
            }
        }
        changed.sort(Comparator.comparingDouble((ChangedForecast change) -> Math.abs(change.change()))
                .reversed());
        return new RunDiff(
                before.manifest().runId(),
                after.manifest().runId(),
                both,
                List.copyOf(changed),
                old.size() - both,
                now.size() - both,
                without(after.alerts(), before.alerts()),
                without(before.alerts(), after.alerts()),
                withoutTasks(after.actions(), before.actions()),
                withoutTasks(before.actions(), after.actions()));
    }

    /** True if nothing a reader could see differs. */
    public boolean isEmpty() {
        return changed.isEmpty()
                && onlyBefore == 0
                && onlyAfter == 0
                && newAlerts.isEmpty()
                && closedAlerts.isEmpty()
                && newActions.isEmpty()
                && droppedActions.isEmpty();
    }

    private static boolean differ(Forecast a, Forecast b) {
        return a.point() != b.point()
                || !a.interval80().equals(b.interval80())
                || !a.interval90().equals(b.interval90());
    }

    private static Map<Target, Forecast> forecasts(RadarRun run) {
        Map<Target, Forecast> forecasts = new LinkedHashMap<>();
        for (ForecastTable table : run.published().tables()) {
            for (int node = 0; node < table.nodes().size(); node++) {
                if (table.has(node)) {
                    Forecast forecast = table.forecast(node);
                    forecasts.put(Target.of(forecast), forecast);
                }
            }
        }
        return forecasts;
    }

    private static List<Alert> without(List<Alert> alerts, List<Alert> others) {
        Set<CaseSubject> known =
                new HashSet<>(others.stream().map(CaseSubject::of).toList());
        return alerts.stream()
                .filter(alert -> !known.contains(CaseSubject.of(alert)))
                .toList();
    }

    private static List<RecommendedAction> withoutTasks(
            List<RecommendedAction> actions, List<RecommendedAction> others) {
        Set<Task> known = new HashSet<>(others.stream()
                .filter(RecommendedAction::isPlanned)
                .map(Task::of)
                .toList());
        return actions.stream()
                .filter(action -> action.isPlanned() && !known.contains(Task.of(action)))
                .toList();
    }
}
