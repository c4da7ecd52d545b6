package io.segmentradar.core.view;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The front page in figures.
 *
 * @param customers number of customers with its changes
 * @param totals KPI id to the total of all visible segments
 * @param forecasts KPI id to its totals one to three months ahead
 * @param growthSegments segments whose deposits (the first KPI where there are none) exceed today's in three months
 *     with a probability of at least {@link #GROWTH_PROBABILITY}
 * @param riskSegments segments with an open alert that is CRITICAL or HIGH
 * @param openAlerts alerts nobody has resolved or dismissed
 */
public record Overview(
        YearMonth month,
        int segments,
        Map<Lifecycle, Integer> lifecycles,
        Figure customers,
        Map<String, Figure> totals,
        Map<String, List<TotalForecast>> forecasts,
        int alerts,
        int openAlerts,
        Map<Severity, Integer> severities,
        Map<AlertType, Integer> types,
        int growthSegments,
        int riskSegments,
        int actions) {
    public static final double GROWTH_PROBABILITY = 0.8;
    private static final String GROWTH_KPI = "deposits";

    /**
     * @param open tells whether an alert still needs somebody
     */
    public static Overview of(RunView view, Predicate<Alert> open) {
        Map<String, Figure> totals = new LinkedHashMap<>();
        Map<String, List<TotalForecast>> forecasts = new LinkedHashMap<>();
        RunForecasts runForecasts = new RunForecasts(view);
        for (Kpi kpi : view.run().spec().kpis().kpis()) {
            totals.put(kpi.id(), view.total(kpi.id()));
            forecasts.put(
                    kpi.id(),
                    Horizon.ALL.stream()
                            .flatMap(horizon -> runForecasts.total(kpi.id(), horizon).stream())
                            .toList());
        }
        List<Alert> alerts = view.alerts().stream().map(AlertRow::alert).toList();
        List<Alert> unsettled = alerts.stream().filter(open).toList();
        return new Overview(
                view.run().manifest().asOf(),
                view.segments().size(),
                count(view.segments().stream().map(SegmentRow::lifecycle).toList(), Lifecycle.class),
                view.total(SegmentPanel.CUSTOMER_COUNT),
                totals,
                forecasts,
                alerts.size(),
                unsettled.size(),
                count(alerts.stream().map(Alert::severity).toList(), Severity.class),
                count(alerts.stream().map(Alert::type).toList(), AlertType.class),
                growthSegments(view, runForecasts),
                riskSegments(unsettled),
                view.actions().size());
    }

    private static int growthSegments(RunView view, RunForecasts forecasts) {
        Kpi kpi = view.kpi(GROWTH_KPI)
                .orElseGet(() -> view.run().spec().kpis().kpis().get(0));
        Horizon last = new Horizon(Horizon.MAX);
        return (int) forecasts
                .list(
                        SegmentHierarchy.SEGMENT,
                        view.run().manifest().asOf(),
                        table -> table.kpi().equals(kpi.id()) && table.horizon().equals(last),
                        id -> true)
                .stream()
                .filter(row -> row.probabilityOfRise().orElse(0) >= GROWTH_PROBABILITY)
                .count();
    }

    private static int riskSegments(List<Alert> unsettled) {
        Set<SegmentId> segments = new HashSet<>();
        for (Alert alert : unsettled) {
            boolean grave = alert.severity() == Severity.CRITICAL || alert.severity() == Severity.HIGH;
            if (grave && alert.level().equals(SegmentHierarchy.SEGMENT)) {
                segments.add(alert.segment());
            }
        }
        return segments.size();
    }

    private static <E extends Enum<E>> Map<E, Integer> count(List<E> values, Class<E> type) {
        Map<E, Integer> counts = new EnumMap<>(type);
        for (E constant : type.getEnumConstants()) {
            counts.put(constant, 0);
        }
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return counts;
    }
}
