package io.segmentradar.http.api;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.view.AlertRow;
import io.segmentradar.core.view.ForecastRow;
import io.segmentradar.core.view.RelatedMoves;
import io.segmentradar.core.view.RelatedMoves.Surprise;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.core.view.SimilarSegments;
import io.segmentradar.http.wire.Wire;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** {@code GET /api/segments/…}: list, detail and history of segments. */
final class SegmentEndpoints {
    private static final int SIMILAR = 5;
    private static final int SPARK_MONTHS = 12;

    private SegmentEndpoints() {}

    static Answer list(Query query) {
        Params params = query.params();
        Answer.Page page = Answer.Page.of(params, 20);
        Predicate<SegmentRow> filter = filter(query);
        Comparator<SegmentRow> order = SegmentOrder.of(query);
        Optional<String> spark = params.oneOf("spark", query.view().figures());
        List<SegmentRow> rows =
                query.view().segments().stream().filter(filter).sorted(order).toList();
        Map<SegmentId, List<AlertRow>> alerts = alerts(query.view());
        return Answer.paged("segments", page, rows, row -> {
            Map<String, Object> json = fields(query, row, alerts.getOrDefault(row.id(), List.of()));
            spark.ifPresent(figure -> json.put("spark", spark(query.view(), row, figure)));
            return json;
        });
    }

    private static Predicate<SegmentRow> filter(Query query) {
        var keys = query.keyFilter();
        Optional<Lifecycle> lifecycle = query.params().constant("lifecycle", Lifecycle.class);
        int cluster = query.params().integer("cluster", 0, 1, 20);
        Grouping grouping = query.view().run().alike().grouping();
        Optional<String> search =
                query.params().text("search").map(text -> text.strip().toLowerCase(Locale.ROOT));
        return row -> keys.test(row.key())
                && lifecycle.map(row.lifecycle()::equals).orElse(true)
                && (cluster == 0
                        || !grouping.isOutlier(row.row())
                                && grouping.cluster(row.row())
                                        .filter(of -> of.number() == cluster)
                                        .isPresent())
                && search.map(text -> row.id().value().toLowerCase(Locale.ROOT).contains(text))
                        .orElse(true);
    }

    private static Map<SegmentId, List<AlertRow>> alerts(RunView view) {
        return view.alerts().stream()
                .filter(row -> row.alert().level().equals(SegmentHierarchy.SEGMENT))
                .collect(Collectors.groupingBy(row -> row.alert().segment()));
    }

    private static Map<String, Object> fields(Query query, SegmentRow row, List<AlertRow> alerts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", row.id());
        json.put("segment_id", row.id());
        json.putAll(query.keyFields(row.key()));
        json.put("lifecycle", row.lifecycle());
        json.put("first_month", row.firstMonth());
        json.put("last_month", row.lastMonth());
        json.put("month", query.view().run().manifest().asOf());
        json.put("masked", row.masked());
        Grouping grouping = query.view().run().alike().grouping();
        json.put(
                "cluster",
                grouping.cluster(row.row()).map(SegmentCluster::number).orElse(null));
        json.put("outlier", grouping.isOutlier(row.row()));
        row.figures().forEach((id, figure) -> json.put(id, Wire.number(figure.value())));
        Map<String, Object> changes = new LinkedHashMap<>();
        row.figures().forEach((id, figure) -> changes.put(id, OverviewEndpoint.changes(figure)));
        json.put("changes", changes);
        json.put("alert_count", alerts.size());
        json.put(
                "worst_severity",
                alerts.stream()
                        .map(alert -> alert.alert().severity())
                        .min(Comparator.naturalOrder())
                        .map(Severity::name)
                        .orElse(null));
        return json;
    }

    private static List<Double> spark(RunView view, SegmentRow row, String figure) {
        int now = view.asOf();
        List<Double> values = new ArrayList<>();
        for (int month = Math.max(0, now - SPARK_MONTHS + 1); month <= now; month++) {
            values.add(Wire.number(view.value(figure, row.row(), month)));
        }
        return values;
    }

    static Answer detail(Query query) {
        SegmentRow row = segment(query);
        RunView view = query.view();
        List<AlertRow> alerts = alerts(view).getOrDefault(row.id(), List.of());
        Map<String, Object> json = fields(query, row, alerts);
        json.put(
                "forecasts",
                forecasts(view, row, view.run().manifest().asOf()).stream()
                        .map(ForecastEndpoint::fields)
                        .toList());
        json.put(
                "alerts",
                alerts.stream()
                        .filter(alert -> query.isOpen(alert.alert()))
                        .map(alert -> AlertFields.of(query, alert))
                        .toList());
        json.put(
                "actions",
                view.actions().stream()
                        .filter(action -> action.action().segment().equals(row.id()))
                        .map(action -> RecommendationEndpoint.fields(query, action))
                        .toList());
        json.put(
                "fx",
                view.run()
                        .fx()
                        .segment(row.id())
                        .filter(fx -> !row.masked())
                        .map(fx -> FxEndpoints.own(query, fx))
                        .orElse(null));
        json.put(
                "cluster_name",
                view.run()
                        .alike()
                        .grouping()
                        .cluster(row.row())
                        .map(cluster -> Wire.fields(cluster.name()))
                        .orElse(null));
        json.put(
                "similar",
                (row.masked() ? List.<SimilarSegments.Similar>of() : SimilarSegments.of(view, row, SIMILAR))
                        .stream()
                                .map(similar -> {
                                    Map<String, Object> other = new LinkedHashMap<>();
                                    other.put("segment_id", similar.segment().id());
                                    other.put("distance", similar.distance());
                                    other.put(
                                            "reasons",
                                            similar.reasons().stream()
                                                    .map(ClusterEndpoint::aspect)
                                                    .toList());
                                    other.put(
                                            "shared",
                                            similar.shared().stream()
                                                    .map(SegmentDimension::id)
                                                    .toList());
                                    other.put(
                                            "moved",
                                            moved(view, row, similar.segment().row()));
                                    return other;
                                })
                                .toList());
        return new Answer.Document(json);
    }

    /** What of a similar segment left its forecast this month, and whether that of the segment did so too. */
    private static List<Map<String, Object>> moved(RunView view, SegmentRow segment, int other) {
        List<Surprise> own = RelatedMoves.surprises(view.run(), segment.row());
        return RelatedMoves.surprises(view.run(), other).stream()
                .map(surprise -> {
                    Map<String, Object> fields = Wire.fields(surprise);
                    fields.put("both", own.contains(surprise));
                    return fields;
                })
                .toList();
    }

    static Answer history(Query query) {
        SegmentRow row = segment(query);
        RunView view = query.view();
        var months = view.run().panel().months();
        YearMonth from = query.params().month("start_month").orElse(months.first());
        YearMonth to = query.params().month("end_month").orElse(months.last());
        if (from.isAfter(to)) {
            throw Problem.badParameter("start_month", "start_month " + from + " is after end_month " + to);
        }
        List<Integer> shown = IntStream.range(0, months.count())
                .filter(m -> !months.at(m).isBefore(from) && !months.at(m).isAfter(to))
                .boxed()
                .toList();
        var kpi = query.kpi("kpi");
        int horizon = query.params().integer("horizon", 0, 1, Horizon.MAX);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("segment_id", row.id());
        head.put("total_months", shown.size());
        head.put(
                "forecasts",
                new RunForecasts(view)
                        .origins().stream()
                                .flatMap(origin -> forecasts(view, row, origin).stream())
                                .filter(f -> kpi.map(k -> k.id().equals(
                                                                f.forecast().kpi()))
                                                .orElse(true)
                                        && (horizon == 0
                                                || f.forecast().horizon().months() == horizon))
                                .map(ForecastEndpoint::fields)
                                .toList());
        return new Answer.Listing<>("history", head, shown, 0, shown.size(), month -> month(view, row, month));
    }

    private static Map<String, Object> month(RunView view, SegmentRow row, int month) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("month", view.run().panel().months().at(month));
        json.put("masked", view.withheld(row.row(), month));
        for (String figure : view.figures()) {
            json.put(figure, Wire.number(view.value(figure, row.row(), month)));
        }
        return json;
    }

    private static List<ForecastRow> forecasts(RunView view, SegmentRow row, YearMonth origin) {
        RunForecasts forecasts = new RunForecasts(view);
        return view.run().spec().kpis().ids().stream()
                .flatMap(kpi -> Horizon.ALL.stream()
                        .flatMap(horizon ->
                                forecasts.find(SegmentHierarchy.SEGMENT, row.id(), kpi, origin, horizon).stream()))
                .toList();
    }

    static SegmentRow segment(Query query) {
        if (query.id().isEmpty()) {
            throw Problem.notFound("segment", "");
        }
        return query.view()
                .segment(new SegmentId(query.id()))
                .orElseThrow(() -> Problem.notFound("segment", query.id()));
    }
}
