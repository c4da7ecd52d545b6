package io.segmentradar.core.view;

import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The forecasts of a run as one reader may see them. Forecasts of withheld segments are left out; from the forecast of
 * an aggregate the forecasts of its withheld segments are subtracted (they add up), its interval moves along.
 */
public final class RunForecasts {
    private final RunView view;

    public RunForecasts(RunView view) {
        this.view = view;
    }

    /** Forecasts of a level made at {@code origin}, for the tables and nodes that pass. */
    public List<ForecastRow> list(
            String level, YearMonth origin, Predicate<ForecastTable> tables, Predicate<SegmentId> nodes) {
        List<ForecastRow> rows = new ArrayList<>();
        for (ForecastTable table : forecastsAt(origin).tables()) {
            if (table.level().equals(level) && table.origin().equals(origin) && tables.test(table)) {
                Sight sight = new Sight(table);
                for (int node = 0; node < table.nodes().size(); node++) {
                    if (nodes.test(table.nodes().id(node))) {
                        row(table, node, sight).ifPresent(rows::add);
                    }
                }
            }
        }
        return rows;
    }

    public Optional<ForecastRow> find(String level, SegmentId id, String kpi, YearMonth origin, Horizon horizon) {
        return forecastsAt(origin)
                .table(level, kpi, origin, horizon)
                .flatMap(table -> table.nodes().row(id).isPresent()
                        ? row(table, table.nodes().row(id).getAsInt(), new Sight(table))
                        : Optional.empty());
    }

    /** Origins of which the run knows forecasts, its own month among them, ascending. */
    public List<YearMonth> origins() {
        List<YearMonth> origins = new ArrayList<>(view.run().past().tables().stream()
                .map(ForecastTable::origin)
                .distinct()
                .sorted()
                .toList());
        YearMonth asOf = view.run().manifest().asOf();
        origins.remove(asOf);
        origins.add(asOf);
        return origins;
    }

    /**
     * Forecast of the total of everything visible. With a scope of one value that is the forecast of its node; a wider
     * scope has the sum of its segments and no interval, because intervals do not add up.
     */
    public Optional<TotalForecast> total(String kpi, Horizon horizon) {
        YearMonth origin = view.run().manifest().asOf();
        return scopeNode()
                .flatMap(node -> find(node.getKey(), node.getValue(), kpi, origin, horizon))
                .map(row -> TotalForecast.of(row.forecast()))
                .or(() -> sumOfSegments(kpi, origin, horizon));
    }

    private Optional<TotalForecast> sumOfSegments(String kpi, YearMonth origin, Horizon horizon) {
        List<ForecastRow> rows = list(
                SegmentHierarchy.SEGMENT,
                origin,
                table -> table.kpi().equals(kpi) && table.horizon().equals(horizon),
                id -> true);
        double sum = rows.stream().mapToDouble(row -> row.forecast().point()).sum();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new TotalForecast(
                        origin.plusMonths(horizon.months()), sum, Optional.empty(), Optional.empty()));
    }

    private Optional<Map.Entry<String, SegmentId>> scopeNode() {
        Map<String, Set<String>> scope = view.visibility().scope();
        boolean single = scope.size() == 1 && scope.values().iterator().next().size() == 1;
        if (scope.isEmpty() || single) {
            String level = scope.isEmpty()
                    ? SegmentHierarchy.BANK
                    : scope.keySet().iterator().next();
            return view.segments().stream()
                    .findFirst()
                    .flatMap(row -> view.hierarchy().levels().stream()
                            .filter(candidate -> candidate.id().equals(level))
                            .findFirst()
                            .map(found ->
                                    Map.entry(level, found.nodeOf(row.key()).id())));
        }
        return Optional.empty();
    }

    private ForecastSet forecastsAt(YearMonth origin) {
        return origin.equals(view.run().manifest().asOf())
                ? view.run().published()
                : view.run().past();
    }

    private Optional<ForecastRow> row(ForecastTable table, int node, Sight sight) {
        SegmentId id = table.nodes().id(node);
        if (!table.has(node) || view.node(table.level(), id).isEmpty() || sight.hides(id)) {
            return Optional.empty();
        }
        double less = sight.withheldUnder(id);
        OptionalDouble last = sight.atOrigin(id);
        OptionalDouble rise = sight.isPartlyHidden(id) || last.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - table.probabilityAtMost(node, last.getAsDouble()));
        Forecast forecast = less == 0 ? table.forecast(node) : shifted(table.forecast(node), less);
        return Optional.of(new ForecastRow(forecast, last, sight.atTarget(id), rise));
    }

    private static Forecast shifted(Forecast forecast, double less) {
        return new Forecast(
                forecast.level(),
                forecast.segment(),
                forecast.kpi(),
                forecast.origin(),
                forecast.horizon(),
                forecast.point() - less,
                shifted(forecast.interval80(), less),
                shifted(forecast.interval90(), less),
                forecast.model());
    }

    private static PredictionInterval shifted(PredictionInterval interval, double less) {
        return new PredictionInterval(interval.level(), interval.lower() - less, interval.upper() - less);
    }

    /** What a reader sees of one table: actual values around it, and how much of each node is withheld. */
    private final class Sight {
        private final String level;
        private final Map<SegmentId, Double> origin;
        private final Map<SegmentId, Double> target;
        private final Map<SegmentId, Double> withheld = new HashMap<>();

        Sight(ForecastTable table) {
            MonthAxis months = view.run().panel().months();
            this.level = table.level();
            this.origin = view.totals(table.kpi(), months.indexOf(table.origin()), level);
            this.target = view.totals(table.kpi(), months.indexOf(table.targetMonth()), level);
            if (view.withholdsSome()) {
                collectWithheld(table, months);
            }
        }

        private void collectWithheld(ForecastTable table, MonthAxis months) {
            Optional<ForecastTable> segments = forecastsAt(table.origin())
                    .table(SegmentHierarchy.SEGMENT, table.kpi(), table.origin(), table.horizon());
            for (SegmentRow row : view.segments()) {
                if (view.withheld(row.row(), months.indexOf(table.origin()))
                        || view.withheld(row.row(), months.indexOf(table.targetMonth()))) {
                    double point = segments.map(t -> pointOf(t, row.id())).orElse(0.0);
                    withheld.merge(view.nodeOf(level, row), point, Double::sum);
                }
            }
        }

        private double pointOf(ForecastTable table, SegmentId id) {
            var node = table.nodes().row(id);
            return node.isPresent() && table.has(node.getAsInt()) ? table.point(node.getAsInt()) : 0;
        }

        boolean hides(SegmentId id) {
            return level.equals(SegmentHierarchy.SEGMENT) && withheld.containsKey(id);
        }

        boolean isPartlyHidden(SegmentId id) {
            return withheld.containsKey(id);
        }

        double withheldUnder(SegmentId id) {
            return withheld.getOrDefault(id, 0.0);
        }

        OptionalDouble atOrigin(SegmentId id) {
            return RunView.optional(origin.getOrDefault(id, Double.NaN));
        }

        OptionalDouble atTarget(SegmentId id) {
            return RunView.optional(target.getOrDefault(id, Double.NaN));
        }
    }
}
