package io.segmentradar.report.workbook;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.view.AlertRow;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Cause;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The alerts, worst first. */
final class WatchlistSheet {
    private final RunView view;
    private final Words words;
    private final KeyColumns keys;

    WatchlistSheet(RunView view, Words words, KeyColumns keys) {
        this.view = view;
        this.words = words;
        this.keys = keys;
    }

    Sheet<AlertRow> sheet() {
        List<Column<AlertRow>> columns = new ArrayList<>();
        columns.add(Column.count("순위", "Rank", row -> OptionalDouble.of(row.rank())));
        columns.add(Column.text(
                "심각도", "Severity", 9, row -> words.of(row.alert().severity().label())));
        columns.add(
                Column.text("유형", "Type", 12, row -> words.of(row.alert().type().label())));
        columns.addAll(keys.of(row -> keys.key(row.alert().level(), row.alert().segment())));
        columns.add(Column.text("수준", "Level", 16, row -> keys.level(row.alert().level())));
        columns.add(
                Column.text("KPI", "KPI", 16, row -> words.figure(row.alert().kpi())));
        columns.add(Column.month("월", "Month", row -> row.alert().month()));
        columns.addAll(figures());
        columns.add(Column.text(
                "변동 원인",
                "Cause",
                34,
                row -> Cause.of(row).map(Driver::label).map(words::of).orElse("")));
        columns.add(Column.money(
                new Label("원인 금액", "Cause amount"),
                row -> Cause.of(row)
                        .map(driver -> OptionalDouble.of(driver.contribution()))
                        .orElse(OptionalDouble.empty())));
        columns.add(Column.month(
                "최초 경보", "First seen", row -> row.alert().standing().firstSeen()));
        columns.add(Column.text("참고", "Remarks", 20, row -> remarks(row.alert())));
        columns.add(Column.text(
                "상위 알림", "Part of", 30, row -> row.alert().standing().parentId()));
        columns.add(Column.text("알림 ID", "Alert id", 44, row -> row.alert().id()));
        List<AlertRow> rows =
                view.alerts().stream().filter(row -> !row.masked()).toList();
        return new Sheet<>(new Label("워치리스트", "Watch-list"), columns, rows);
    }

    private static List<Column<AlertRow>> figures() {
        return List.of(
                Column.money("실적", "Actual", row -> row.alert().actual()),
                Column.money("예측", "Forecast", row -> row.alert().expected()),
                Column.money("90% 하한", "90% lower", row -> row.alert().lower()),
                Column.money("90% 상한", "90% upper", row -> row.alert().upper()),
                Column.money("예측 대비 차이", "Residual", row -> row.alert().residual()),
                Column.money("영향 금액", "Money at stake", row -> row.alert().impact()),
                Column.share("확률", "Probability", row -> row.alert().standing().probability()));
    }

    private String remarks(Alert alert) {
        return alert.standing().remarks().stream()
                .sorted()
                .map(Guardrail::label)
                .map(words::of)
                .collect(Collectors.joining(", "));
    }
}
