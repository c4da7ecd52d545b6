package io.segmentradar.report.workbook;

import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.ForecastRow;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The published forecasts of every level, each with its intervals. */
final class ForecastSheet {
    private final RunView view;
    private final Words words;
    private final KeyColumns keys;

    ForecastSheet(RunView view, Words words, KeyColumns keys) {
        this.view = view;
        this.words = words;
        this.keys = keys;
    }

    Sheet<ForecastRow> sheet() {
        List<Column<ForecastRow>> columns = new ArrayList<>();
        columns.add(
                Column.text("수준", "Level", 16, row -> keys.level(row.forecast().level())));
        columns.addAll(
                keys.of(row -> keys.key(row.forecast().level(), row.forecast().segment())));
        columns.add(
                Column.text("KPI", "KPI", 16, row -> words.figure(row.forecast().kpi())));
        columns.add(Column.month("대상월", "Target month", row -> row.forecast().targetMonth()));
        columns.add(Column.count(
                "시계(개월)",
                "Horizon (months)",
                row -> OptionalDouble.of(row.forecast().horizon().months())));
        columns.add(Column.money(new Label("현재 실적", "Actual now"), ForecastRow::lastValue));
        columns.add(Column.money("예측", "Forecast", row -> row.forecast().point()));
        columns.add(Column.money(new Label("변화", "Change"), ForecastSheet::change));
        columns.add(Column.share(new Label("상승 확률", "Probability of a rise"), ForecastRow::probabilityOfRise));
        columns.addAll(intervals());
        columns.add(Column.text("모형", "Model", 20, row -> row.forecast().model()));
        return new Sheet<>(new Label("예측", "Forecasts"), columns, rows());
    }

    private static List<Column<ForecastRow>> intervals() {
        return List.of(
                Column.money(
                        "80% 하한",
                        "80% lower", row -> row.forecast().interval80().lower()),
                Column.money(
                        "80% 상한",
                        "80% upper", row -> row.forecast().interval80().upper()),
                Column.money(
                        "90% 하한",
                        "90% lower", row -> row.forecast().interval90().lower()),
                Column.money(
                        "90% 상한",
                        "90% upper", row -> row.forecast().interval90().upper()));
    }

    private static OptionalDouble change(ForecastRow row) {
        Forecast forecast = row.forecast();
        return row.lastValue().isPresent()
                ? OptionalDouble.of(forecast.point() - row.lastValue().getAsDouble())
                : OptionalDouble.empty();
    }

    private List<ForecastRow> rows() {
        RunForecasts forecasts = new RunForecasts(view);
        List<ForecastRow> rows = new ArrayList<>();
        for (SegmentLevel level : view.hierarchy().levels()) {
            rows.addAll(forecasts.list(level.id(), view.run().manifest().asOf(), table -> true, id -> true));
        }
        return rows;
    }
}
