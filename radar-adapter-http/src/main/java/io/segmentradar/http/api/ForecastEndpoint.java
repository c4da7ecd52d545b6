package io.segmentradar.http.api;

import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.ForecastRow;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.http.wire.Wire;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code GET /api/forecasts/}: forecasts of any level, those of earlier origins beside what came. */
final class ForecastEndpoint {
    private ForecastEndpoint() {}

    static Answer answer(Query query) {
        Params params = query.params();
        Answer.Page page = Answer.Page.of(params, 50);
        SegmentLevel level = query.level();
        Optional<String> segment = params.text("segment_id").or(() -> params.text("segment"));
        params.text("segment");
        segment.filter(id -> query.view().node(level.id(), new SegmentId(id)).isEmpty())
                .ifPresent(id -> {
                    throw Problem.notFound(level.id(), id);
                });
        var kpi = query.kpi("kpi");
        int horizon = params.integer("horizon", 0, 1, Horizon.MAX);
        var keys = query.keyFilter();
        RunForecasts forecasts = new RunForecasts(query.view());
        YearMonth asOf = query.view().run().manifest().asOf();
        YearMonth origin = params.month("origin").orElse(asOf);
        if (!forecasts.origins().contains(origin)) {
            throw Params.unknown("origin", origin.toString(), forecasts.origins());
        }
        List<ForecastRow> rows = forecasts.list(
                level.id(),
                origin,
                table -> kpi.map(k -> k.id().equals(table.kpi())).orElse(true)
                        && (horizon == 0 || table.horizon().months() == horizon),
                id -> segment.map(id.value()::equals).orElse(true)
                        && query.view().node(level.id(), id).filter(keys).isPresent());
        Optional<Comparator<ForecastRow>> order = order(params);
        return Answer.paged(
                "forecasts",
                page,
                order.map(by -> rows.stream().sorted(by).toList()).orElse(rows),
                ForecastEndpoint::fields);
    }

    private static Optional<Comparator<ForecastRow>> order(Params params) {
        Optional<String> by =
                params.oneOf("sort_by", List.of("predicted_value", "change", "change_rate", "probability_of_rise"));
        boolean descending = params.oneOf("sort_order", List.of("asc", "desc"))
                .orElse("desc")
                .equals("desc");
        Comparator<Double> direction = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return by.map(name -> Comparator.comparing(
                (ForecastRow row) -> (Double) fields(row).get(name), Comparator.nullsLast(direction)));
    }

    static Map<String, Object> fields(ForecastRow row) {
        Forecast forecast = row.forecast();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("level", forecast.level());
        json.put("segment_id", forecast.segment());
        json.put("target_kpi", forecast.kpi());
        json.put("origin", forecast.origin());
        json.put("horizon", forecast.horizon().months());
        json.put("forecast_month", forecast.targetMonth());
        json.put("predicted_value", forecast.point());
        json.put("actual_value", Wire.number(row.actual()));
        json.put("lower_bound", forecast.interval90().lower());
        json.put("upper_bound", forecast.interval90().upper());
        json.put("lower_80", forecast.interval80().lower());
        json.put("upper_80", forecast.interval80().upper());
        json.put("last_value", Wire.number(row.lastValue()));
        boolean known = row.lastValue().isPresent();
        Double change = known ? forecast.point() - row.lastValue().getAsDouble() : null;
        boolean based = known && row.lastValue().getAsDouble() != 0;
        json.put("change", change);
        json.put(
                "change_rate",
                based ? (Double) (change / Math.abs(row.lastValue().getAsDouble())) : null);
        json.put("probability_of_rise", Wire.number(row.probabilityOfRise()));
        json.put("model", forecast.model());
        return json;
    }
}
