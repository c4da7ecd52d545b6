package io.segmentradar.http.api;

import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.http.wire.Wire;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code GET /api/filters/}, {@code /api/kpi-trends/} and {@code /api/accuracy/}. */
final class CatalogEndpoints {
    private CatalogEndpoints() {}

    static Answer filters(Query query) {
        RunView view = query.view();
        Map<String, Object> json = new LinkedHashMap<>();
        for (int d = 0; d < view.dimensions().size(); d++) {
            int position = d;
            json.put(
                    view.dimensions().get(d).id(),
                    counts(view.segments(), row -> row.key().value(position)));
        }
        json.put("lifecycle", counts(view.segments(), row -> row.lifecycle().name()));
        json.put("severity", counts(view.alerts(), row -> row.alert().severity().name()));
        json.put("alert_type", counts(view.alerts(), row -> row.alert().type().name()));
        json.put("level", counts(view.alerts(), row -> row.alert().level()));
        json.put("action_type", counts(view.actions(), row -> row.action().type()));
        json.put("category", counts(view.actions(), row -> row.action().category()));
        json.put(
                "dimensions",
                view.dimensions().stream().map(CatalogEndpoints::dimension).toList());
        json.put(
                "kpis",
                view.run().spec().kpis().kpis().stream()
                        .map(CatalogEndpoints::kpi)
                        .toList());
        json.put(
                "ratios",
                view.run().spec().kpis().ratios().stream()
                        .map(ratio -> named(ratio.id(), Wire.fields(ratio.label())))
                        .toList());
        json.put(
                "levels",
                view.hierarchy().levels().stream().map(SegmentLevel::id).toList());
        ActionCatalog actions = view.run().spec().actions().catalog();
        json.put("owners", labels(actions.owners()));
        json.put("channels", labels(actions.channels()));
        json.put("categories", labels(actions.categories()));
        json.put("unit", Wire.fields(view.run().spec().unit()));
        var months = view.run().panel().months();
        List<Object> all = new ArrayList<>();
        for (int m = 0; m < months.count(); m++) {
            all.add(months.at(m));
        }
        json.put("months", all);
        json.put("origins", new RunForecasts(view).origins());
        json.put("festivals", festivals(view));
        return new Answer.Document(json);
    }

    /** Months of the panel and of its forecasts that have a moving festival. */
    private static Map<String, Object> festivals(RunView view) {
        Holidays holidays = Holidays.named(view.run().spec().calendar());
        MonthAxis months = view.run().panel().months();
        Map<String, Object> festivals = new TreeMap<>();
        for (int m = 0; m < months.count() + Horizon.MAX; m++) {
            YearMonth month = months.first().plusMonths(m);
            holidays.festival(month).ifPresent(festival -> festivals.put(month.toString(), festival));
        }
        return festivals;
    }

    private static List<Map<String, Object>> labels(Map<String, Label> labels) {
        return labels.entrySet().stream()
                .map(entry -> named(entry.getKey(), Wire.fields(entry.getValue())))
                .toList();
    }

    private static <T> List<Map<String, Object>> counts(List<T> items, Function<T, String> value) {
        Map<String, Integer> counts = new TreeMap<>();
        items.forEach(item -> counts.merge(value.apply(item), 1, Integer::sum));
        List<Map<String, Object>> values = new ArrayList<>();
        counts.forEach((name, count) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("value", name);
            entry.put("count", count);
            values.add(entry);
        });
        return values;
    }

    private static Map<String, Object> dimension(SegmentDimension dimension) {
        Map<String, Object> json = named(dimension.id(), Wire.fields(dimension.label()));
        Map<String, Object> names = new TreeMap<>();
        dimension.valueLabels().forEach((value, label) -> names.put(value, Wire.fields(label)));
        json.put("value_labels", names);
        json.put("missing", dimension.missing());
        json.put("enumerated", !dimension.values().isEmpty());
        return json;
    }

    private static Map<String, Object> kpi(Kpi kpi) {
        Map<String, Object> json = named(kpi.id(), Wire.fields(kpi.label()));
        json.put("kind", kpi.kind());
        return json;
    }

    private static Map<String, Object> named(String id, Object label) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("label", label);
        return json;
    }

    static Answer trends(Query query) {
        RunView view = query.view();
        Kpi kpi =
                query.kpi("kpi").orElseGet(() -> view.run().spec().kpis().kpis().get(0));
        var axis = view.run().panel().months();
        int months = query.params().integer("months", 12, 1, 600);
        Optional<String> groupBy = query.params()
                .oneOf(
                        "group_by",
                        view.dimensions().stream().map(SegmentDimension::id).toList());
        var keys = query.keyFilter();
        String level = groupBy.orElse(SegmentHierarchy.BANK);
        Function<SegmentRow, String> group = groupBy.<Function<SegmentRow, String>>map(id -> {
                    int position = view.dimensions().stream()
                            .map(SegmentDimension::id)
                            .toList()
                            .indexOf(id);
                    return row -> row.key().value(position);
                })
                .orElse(row -> null);
        List<SegmentRow> rows =
                view.segments().stream().filter(row -> keys.test(row.key())).toList();
        List<Map<String, Object>> data = new ArrayList<>();
        for (int m = Math.max(0, axis.count() - months); m < axis.count(); m++) {
            int month = m;
            Map<String, Double> sums = new TreeMap<>();
            rows.forEach(row -> view.value(kpi.id(), row.row(), month)
                    .ifPresent(value -> sums.merge(String.valueOf(group.apply(row)), value, Double::sum)));
            sums.forEach((name, value) -> data.add(point(axis.at(month), groupBy.map(g -> name), value)));
        }
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("kpi", kpi.id());
        head.put("kpi_label", Wire.fields(kpi.label()));
        head.put("group_by", groupBy.orElse(null));
        boolean whole = rows.size() == view.segments().size();
        head.put("forecasts", whole ? forecasts(view, kpi, groupBy, level) : List.of());
        return new Answer.Listing<>("data", head, data, 0, data.size(), Function.identity());
    }

    private static Map<String, Object> point(Object month, Optional<String> group, double value) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", month);
        group.ifPresent(name -> json.put("group", name));
        json.put("value", value);
        return json;
    }

    /** Forecasts of the groups, where the run forecasts that level; totals of the visible otherwise. */
    private static List<Map<String, Object>> forecasts(RunView view, Kpi kpi, Optional<String> groupBy, String level) {
        RunForecasts forecasts = new RunForecasts(view);
        if (groupBy.isEmpty()) {
            return Horizon.ALL.stream()
                    .flatMap(horizon -> forecasts.total(kpi.id(), horizon).stream())
                    .map(OverviewEndpoint::forecast)
                    .toList();
        }
        int position =
                view.dimensions().stream().map(SegmentDimension::id).toList().indexOf(level);
        return forecasts
                .list(level, view.run().manifest().asOf(), table -> table.kpi().equals(kpi.id()), id -> true)
                .stream()
                .map(row -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put(
                            "group",
                            view.node(level, row.forecast().segment())
                                    .map(key -> key.value(position))
                                    .orElseThrow());
                    json.putAll(ForecastEndpoint.fields(row));
                    return json;
                })
                .toList();
    }

    static Answer accuracy(Query query) {
        Params params = query.params();
        var kpi = query.kpi("kpi");
        int horizon = params.integer("horizon", 0, 1, Horizon.MAX);
        Optional<String> model = params.text("model");
        Optional<String> level = params.text("level");
        Optional<String> size = params.text("size_class");
        List<AccuracyReport.Row> rows = query.view().run().accuracy().rows().stream()
                .filter(row -> kpi.map(k -> k.id().equals(row.kpi())).orElse(true)
                        && (horizon == 0 || row.horizon() == horizon)
                        && model.map(row.model()::equals).orElse(true)
                        && level.map(row.level()::equals).orElse(true)
                        && size.map(row.sizeClass()::equals).orElse(true))
                .toList();
        return new Answer.Listing<>("accuracy", Map.of(), rows, 0, rows.size(), Wire::fields);
    }
}
