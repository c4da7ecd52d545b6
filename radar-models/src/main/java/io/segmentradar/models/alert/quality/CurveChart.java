package io.segmentradar.models.alert.quality;

import java.util.List;
import java.util.Locale;

/**
 * Shares, 0..1, over another figure: one curve a trial with whiskers, as an SVG with its heading. The page loads nothing,
 * and a library that draws would be far larger than this one chart.
 */
final class CurveChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 44;
    private static final int STEPS = 5;
    private static final String[] COLOURS = {"#0b6e6e", "#b3560b", "#4a4fa3", "#7a2048"};

    private final double most;
    private final StringBuilder svg;
    private int curves;

    /**
     * A point of a curve.
     *
     * @param low lower end of its whisker
     * @param note told when a reader points at it
     */
    record Point(double x, double share, double low, double high, String note) {}

    /**
     * @param most largest x, above 0
     */
    CurveChart(String heading, double most) {
        this.most = most;
        this.svg = new StringBuilder(format(
                "<h2>%s</h2><svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
                heading, WIDTH, HEIGHT, heading));
        for (int step = 0; step <= STEPS; step++) {
            double share = (double) step / STEPS;
            svg.append(format(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dede\"/><text x=\"8\" y=\"%.1f\">%.1f</text>",
                    MARGIN, WIDTH - MARGIN, y(share), y(share), y(share) + 4, share));
        }
    }

    /** Writes figures under the axis. */
    CurveChart ticks(double[] values, int decimals) {
        for (double value : values) {
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%." + decimals + "f</text>",
                    x(value),
                    HEIGHT - 6,
                    value));
        }
        return this;
    }

    CurveChart curve(String name, List<Point> points) {
        String colour = COLOURS[curves % COLOURS.length];
        StringBuilder line = new StringBuilder();
        for (Point point : points) {
            line.append(format("%.1f,%.1f ", x(point.x()), y(point.share())));
            svg.append(format(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/><circle cx=\"%.1f\" cy=\"%.1f\""
                            + " r=\"3\" fill=\"%s\"><title>%s</title></circle>",
                    x(point.x()),
                    x(point.x()),
                    y(point.low()),
                    y(point.high()),
                    colour,
                    x(point.x()),
                    y(point.share()),
                    colour,
                    point.note()));
        }
        svg.append(format(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/><text x=\"%d\" y=\"16\" fill=\"%s\">%s</text>",
                line, colour, MARGIN + 8 + 150 * curves, colour, name));
        curves++;
        return this;
    }

    String svg() {
        return svg + "</svg>\n";
    }

    private double x(double value) {
        return MARGIN + value / most * (WIDTH - 2.0 * MARGIN);
    }

    private static double y(double share) {
        return HEIGHT - 24 - share * (HEIGHT - 56);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
