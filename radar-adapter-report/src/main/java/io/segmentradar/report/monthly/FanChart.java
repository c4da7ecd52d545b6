package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;

import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.TotalForecast;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Words;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A total as a small vector picture: actual solid, forecast dashed with its 80 and 90 % bands. The axis is free (a
 * balance moves by a few per cent); its lowest and highest values are written out.
 */
final class FanChart {
    private static final int MONTHS = 24;
    private static final double WIDTH = 330;
    private static final double HEIGHT = 88;
    private static final double TOP = 2;
    private static final double BOTTOM = 86;
    private static final double RIGHT = 326;
    /** To the left of it stand the lowest and the highest value, where no line can cross them. */
    private static final double LEFT = 62;

    private final Words words;
    private final List<Point> actual = new ArrayList<>();
    private final List<TotalForecast> ahead;
    private final int lastMonth;
    private final YearMonth asOf;
    private final double low;
    private final double high;

    /** A value at a position on the month axis. */
    private record Point(int month, double value) {}

    FanChart(RunView view, String kpi, List<TotalForecast> ahead, Words words) {
        this.words = words;
        this.ahead = ahead;
        this.lastMonth = view.asOf();
        this.asOf = view.run().manifest().asOf();
        for (int month = Math.max(0, lastMonth - MONTHS + 1); month <= lastMonth; month++) {
            OptionalDouble value = view.total(kpi, month, key -> true);
            if (value.isPresent()) {
                actual.add(new Point(month, value.getAsDouble()));
            }
        }
        List<Double> values = new ArrayList<>(actual.stream().map(Point::value).toList());
        for (TotalForecast forecast : ahead) {
            values.add(forecast.point());
            forecast.interval90().ifPresent(interval -> values.addAll(List.of(interval.lower(), interval.upper())));
        }
        low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    }

    /**
     * @param title read out to those who cannot see the picture
     */
    String markup(String title) {
        if (actual.isEmpty()) {
            return "";
        }
        Point now = actual.get(actual.size() - 1);
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\""
                        + " role=\"img\" aria-label=\"%s\">",
                WIDTH, HEIGHT, WIDTH, HEIGHT, Markup.text(title)));
        svg.append(line(TOP, "#e3e7e9")).append(line(BOTTOM, "#c3cace"));
        band(svg, TotalForecast::interval90, "#dcecec");
        band(svg, TotalForecast::interval80, "#bcdada");
        svg.append(polyline(actual, "#12313a", ""));
        if (!ahead.isEmpty()) {
            svg.append(polyline(forecastLine(), "#0f6b70", " stroke-dasharray=\"3 2\""));
        }
        svg.append(format(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.2\" fill=\"#12313a\"/></svg>", x(now.month()), y(now.value())));
        return "<div class=\"chart\">" + element("div", "axis upper", words.money(high)) + svg
                + element("div", "axis low", words.money(low)) + months() + "</div>";
    }

    /** The month axis as text below the picture: first month, last actual month, last forecast month. */
    private String months() {
        String first = format(
                "<span class=\"first\" style=\"left:%.1f%%\">%s</span>",
                100 * LEFT / WIDTH, Markup.text(words.month(asOf.minusMonths(lastMonth - firstMonth()))));
        String now = format(
                "<span class=\"now\" style=\"left:%.1f%%\">%s</span>",
                100 * x(lastMonth) / WIDTH, Markup.text(words.monthOfYear(asOf)));
        String last = ahead.isEmpty()
                ? ""
                : element(
                        "span",
                        "last",
                        words.monthOfYear(ahead.get(ahead.size() - 1).targetMonth()));
        return "<div class=\"months\">" + first + now + last + "</div>";
    }

    private int firstMonth() {
        return actual.get(0).month();
    }

    private double x(int month) {
        double span = lastMonth + ahead.size() - firstMonth();
        return LEFT + (RIGHT - LEFT) * (month - firstMonth()) / Math.max(1, span);
    }

    private double y(double value) {
        return high == low ? BOTTOM : BOTTOM - (BOTTOM - TOP) * (value - low) / (high - low);
    }

    private List<Point> forecastLine() {
        List<Point> line = new ArrayList<>(List.of(actual.get(actual.size() - 1)));
        IntStream.range(0, ahead.size())
                .forEach(i -> line.add(new Point(lastMonth + 1 + i, ahead.get(i).point())));
        return line;
    }

    /** A band opens at the last actual value and follows the bounds of the intervals. */
    private void band(StringBuilder svg, Function<TotalForecast, Optional<PredictionInterval>> interval, String fill) {
        if (ahead.isEmpty()
                || ahead.stream().anyMatch(forecast -> interval.apply(forecast).isEmpty())) {
            return;
        }
        List<Point> outline = new ArrayList<>(List.of(actual.get(actual.size() - 1)));
        for (int i = 0; i < ahead.size(); i++) {
            outline.add(new Point(
                    lastMonth + 1 + i,
                    interval.apply(ahead.get(i)).orElseThrow().upper()));
        }
        for (int i = ahead.size() - 1; i >= 0; i--) {
            outline.add(new Point(
                    lastMonth + 1 + i,
                    interval.apply(ahead.get(i)).orElseThrow().lower()));
        }
        svg.append(format("<polygon points=\"%s\" fill=\"%s\"/>", coordinates(outline), fill));
    }

    private String polyline(List<Point> points, String stroke, String extra) {
        return format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s/>",
                coordinates(points), stroke, extra);
    }

    private String coordinates(List<Point> points) {
        return points.stream()
                .map(point -> format("%.1f,%.1f", x(point.month()), y(point.value())))
                .collect(Collectors.joining(" "));
    }

    private static String line(double y, String stroke) {
        return format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"0.7\"/>",
                LEFT, y, RIGHT, y, stroke);
    }

    private static String format(String pattern, Object... arguments) {
        return String.format(Locale.ROOT, pattern, arguments);
    }
}
