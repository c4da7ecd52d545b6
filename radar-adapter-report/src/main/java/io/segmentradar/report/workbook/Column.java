package io.segmentradar.report.workbook;

import io.segmentradar.core.kpi.Label;
import java.time.YearMonth;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of a sheet.
 *
 * @param format of Excel, empty for text
 * @param width in characters
 * @param cell text, number, day or {@code null} for an empty cell
 */
record Column<T>(Label name, String format, double width, Function<T, Object> cell) {
    private static final String MONEY = "#,##0.0;[Blue]-#,##0.0";
    private static final String COUNT = "#,##0";
    private static final String SHARE = "0.0%";
    private static final String DAY = "yyyy-mm-dd";
    private static final String MONTH = "yyyy-mm";

    static <T> Column<T> text(String ko, String en, double width, Function<T, String> cell) {
        return new Column<>(new Label(ko, en), "", width, cell::apply);
    }

    static <T> Column<T> money(String ko, String en, ToDoubleFunction<T> cell) {
        return new Column<>(new Label(ko, en), MONEY, 15, cell::applyAsDouble);
    }

    static <T> Column<T> money(Label name, Function<T, OptionalDouble> cell) {
        return new Column<>(name, MONEY, 15, row -> orNull(cell.apply(row)));
    }

    static <T> Column<T> share(String ko, String en, ToDoubleFunction<T> cell) {
        return new Column<>(new Label(ko, en), SHARE, 10, cell::applyAsDouble);
    }

    static <T> Column<T> share(Label name, Function<T, OptionalDouble> cell) {
        return new Column<>(name, SHARE, 10, row -> orNull(cell.apply(row)));
    }

    static <T> Column<T> count(String ko, String en, Function<T, OptionalDouble> cell) {
        return new Column<>(new Label(ko, en), COUNT, 10, row -> orNull(cell.apply(row)));
    }

    static <T> Column<T> month(String ko, String en, Function<T, YearMonth> cell) {
        return new Column<>(new Label(ko, en), MONTH, 10, row -> cell.apply(row).atDay(1));
    }

    static <T> Column<T> day(String ko, String en, Function<T, Object> cell) {
        return new Column<>(new Label(ko, en), DAY, 12, cell);
    }

    private static Object orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
