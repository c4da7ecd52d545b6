package io.segmentradar.http.api;

import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.Overview;
import io.segmentradar.core.view.TotalForecast;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code GET /api/overview/}: the front page in figures. */
final class OverviewEndpoint {
    private static final List<String> ALSO_BARE = List.of("net_inflow", "fx_amount");

    private OverviewEndpoint() {}

    static Answer answer(Query query) {
        Overview overview = Overview.of(query.view(), query::isOpen);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run_id", query.view().run().manifest().runId());
        json.put("month", overview.month());
        json.put("unit", Wire.fields(query.view().run().spec().unit()));
        json.put("total_segments", overview.segments());
        json.put("total_customers", Wire.number(overview.customers().value()));
        overview.totals().forEach((kpi, figure) -> json.put("total_" + kpi, Wire.number(figure.value())));
        for (String kpi : ALSO_BARE) {
            if (overview.totals().containsKey(kpi)) {
                json.put(kpi, Wire.number(overview.totals().get(kpi).value()));
            }
        }
        json.put("mom_deposit_growth", growth(overview, "deposits"));
        json.put("mom_loan_growth", growth(overview, "loans"));
        json.put("alert_count", overview.alerts());
        json.put("open_alert_count", overview.openAlerts());
        json.put("alerts_by_severity", overview.severities());
        json.put("alerts_by_type", overview.types());
        json.put("growth_segments", overview.growthSegments());
        json.put("risk_segments", overview.riskSegments());
        json.put("action_count", overview.actions());
        json.put("lifecycles", overview.lifecycles());
        json.put("kpis", kpis(overview));
        return new Answer.Document(json);
    }

    private static Double growth(Overview overview, String kpi) {
        Figure figure = overview.totals().get(kpi);
        return figure == null ? null : Wire.number(figure.monthOnMonthRate());
    }

    private static Map<String, Object> kpis(Overview overview) {
        Map<String, Object> kpis = new LinkedHashMap<>();
        kpis.put(SegmentPanel.CUSTOMER_COUNT, withChanges(overview.customers(), List.of()));
        overview.totals()
                .forEach((kpi, figure) ->
                        kpis.put(kpi, withChanges(figure, overview.forecasts().get(kpi))));
        return kpis;
    }

    private static Map<String, Object> withChanges(Figure figure, List<TotalForecast> forecasts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("value", Wire.number(figure.value()));
        json.putAll(changes(figure));
        json.put("forecasts", forecasts.stream().map(OverviewEndpoint::forecast).toList());
        return json;
    }

    /** Absolute and relative changes against a month and a year before. */
    static Map<String, Object> changes(Figure figure) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("mom", Wire.number(figure.monthOnMonth()));
        json.put("mom_rate", Wire.number(figure.monthOnMonthRate()));
        json.put("yoy", Wire.number(figure.yearOnYear()));
        json.put("yoy_rate", Wire.number(figure.yearOnYearRate()));
        return json;
    }

    static Map<String, Object> forecast(TotalForecast forecast) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("forecast_month", forecast.targetMonth());
        json.put("predicted_value", forecast.point());
        json.put("lower_bound", Wire.number(bound(forecast, true, 90)));
        json.put("upper_bound", Wire.number(bound(forecast, false, 90)));
        json.put("lower_80", Wire.number(bound(forecast, true, 80)));
        json.put("upper_80", Wire.number(bound(forecast, false, 80)));
        return json;
    }

    private static OptionalDouble bound(TotalForecast forecast, boolean lower, int percent) {
        var interval = percent == 90 ? forecast.interval90() : forecast.interval80();
        return interval.stream().mapToDouble(i -> lower ? i.lower() : i.upper()).findFirst();
    }
}
