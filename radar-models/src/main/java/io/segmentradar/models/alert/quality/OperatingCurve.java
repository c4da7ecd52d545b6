package io.segmentradar.models.alert.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a larger or smaller number of alerts would find of known events, against the false alerts it would cost. */
final class OperatingCurve {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 44;
    private static final String[] COLOURS = {"#0b6e6e", "#b3560b"};

    private final List<QualityRow> rows;
    private final double most;

    /**
     * @param rows of all trials; those of known events, which have no size, at several selections
     */
    OperatingCurve(List<QualityRow> rows) {
        this.rows = rows.stream()
                .filter(row -> row.size() == 0 && row.planted() > 0)
                .sorted(Comparator.comparingDouble(QualityRow::falsePer100))
                .toList();
        this.most =
                this.rows.stream().mapToDouble(QualityRow::falsePer100).max().orElse(0);
    }

    /** An SVG with its heading; empty where there is nothing to compare. */
    String svg() {
        if (!(most > 0)) {
            return "";
        }
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<h2>Recall by false alerts per 100 segment-months</h2><svg width=\"%d\" height=\"%d\" role=\"img\""
                        + " aria-label=\"Recall by false alerts\">",
                WIDTH,
                HEIGHT));
        for (int fifth = 0; fifth <= 5; fifth++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dede\"/><text x=\"8\" y=\"%.1f\">%.1f</text>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>",
                    MARGIN,
                    WIDTH - MARGIN,
                    y(fifth / 5.0),
                    y(fifth / 5.0),
                    y(fifth / 5.0) + 4,
                    fifth / 5.0,
                    x(most * fifth / 5),
                    HEIGHT - 6,
                    most * fifth / 5));
        }
        List<String> trials = rows.stream().map(QualityRow::trial).distinct().toList();
        for (String trial : trials) {
            curve(svg, trial, trials.indexOf(trial));
        }
        return svg.append("</svg>\n").toString();
    }

    private void curve(StringBuilder svg, String trial, int number) {
        String colour = COLOURS[number % COLOURS.length];
        StringBuilder line = new StringBuilder();
        for (QualityRow row : rows) {
            if (row.trial().equals(trial)) {
                double x = x(row.falsePer100());
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y(row.recall())));
                svg.append(String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/><circle cx=\"%.1f\" cy=\"%.1f\""
                                + " r=\"3\" fill=\"%s\"><title>%s, %s: %.3f</title></circle>",
                        x,
                        x,
                        y(row.recallLow()),
                        y(row.recallHigh()),
                        colour,
                        x,
                        y(row.recall()),
                        colour,
                        trial,
                        row.selection(),
                        row.recall()));
            }
        }
        svg.append(String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/><text x=\"%d\" y=\"16\" fill=\"%s\">%s</text>",
                line,
                colour,
                MARGIN + 8 + 180 * number,
                colour,
                trial));
    }

    private double x(double falsePer100) {
        return MARGIN + falsePer100 / most * (WIDTH - 2.0 * MARGIN);
    }

    private static double y(double recall) {
        return HEIGHT - 24 - recall * (HEIGHT - 56);
    }
}
