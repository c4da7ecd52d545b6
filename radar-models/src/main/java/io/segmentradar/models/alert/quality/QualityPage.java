package io.segmentradar.models.alert.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The results of trials as CSV and as one HTML page that needs nothing from outside. */
public final class QualityPage {
    private static final String HEADER =
            "trial,size,replications,planted,found,found_as_turns,recall,recall_low,recall_high,precision,f1,"
                    + "months_to_detection,false_alerts,own_alerts,false_per_100_segment_months,false_discovery_rate,"
                    + "false_discovery_se,strict_false_discovery_rate,strict_per_100_segment_months,selection";
    private static final int WIDTH = 640;
    private static final int HEIGHT = 300;
    private static final int MARGIN = 44;
    private static final String[] COLOURS = {"#0b6e6e", "#b3560b", "#4a4fa3", "#7a2048"};

    private final String title;
    private final List<QualityRow> rows;

    public QualityPage(String title, List<QualityRow> rows) {
        this.title = title;
        this.rows = List.copyOf(rows);
    }

    /** UTF-8 text with a header; a value that does not apply is empty. */
    public String csv() {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        rows.forEach(row -> text.append(String.join(",", cells(row))).append('\n'));
        return text.toString();
    }

    private static List<String> cells(QualityRow row) {
        return List.of(
                row.trial(),
                number(row.size()),
                Integer.toString(row.replications()),
                Long.toString(row.planted()),
                Long.toString(row.found()),
                Long.toString(row.foundAsTurns()),
                number(row.recall()),
                number(row.recallLow()),
                number(row.recallHigh()),
                number(row.precision()),
                number(row.f1()),
                number(row.monthsToDetection()),
                Long.toString(row.falseAlerts()),
                Long.toString(row.ownAlerts()),
                number(row.falsePer100()),
                number(row.falseDiscoveryRate()),
                number(row.falseDiscoveryError()),
                number(row.strictRate()),
                number(row.strictPer100()),
                row.selection());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** A cell as people read it: three decimals, and none that are all 0. */
    private static String rounded(String cell) {
        return cell.matches("\\d+\\.\\d{4}")
                ? String.format(Locale.ROOT, "%.3f", Double.parseDouble(cell)).replaceFirst("\\.000$", "")
                : cell;
    }

    public String html() {
        StringBuilder page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(title))
                .append("</title><style>body{font:14px/20px 'Noto Sans KR',sans-serif;margin:24px;color:#1c2326}"
                        + "table{border-collapse:collapse;font-size:12px}td,th{padding:4px 6px;border-bottom:1px solid #d8dede;"
                        + "text-align:right;font-variant-numeric:tabular-nums}td:first-child,th:first-child{text-align:left}"
                        + "</style></head><body><h1>")
                .append(escaped(title))
                .append(
                        "</h1><p>Recall: share of planted events found. False-discovery rate: mean share of false alerts"
                                + " among a month's alerts; strict counts the panel's own, unlabelled events as false."
                                + " Whiskers are 95 % intervals. The trial null plants nothing: every alert is false.</p>\n");
        page.append(chart("Recall", true))
                .append(chart("False-discovery rate", false))
                .append(new OperatingCurve(rows).svg());
        page.append("<table><tr><th>")
                .append(HEADER.replace("_", " ").replace(",", "</th><th>"))
                .append("</th></tr>\n");
        rows.forEach(row -> page.append("<tr><td>")
                .append(String.join(
                        "</td><td>",
                        cells(row).stream().map(QualityPage::rounded).toList()))
                .append("</td></tr>\n"));
        return page.append("</table></body></html>\n").toString();
    }

    private String chart(String name, boolean recall) {
        List<QualityRow> sized = rows.stream().filter(row -> row.size() > 0).toList();
        if (sized.isEmpty()) {
            return "";
        }
        double most = sized.stream().mapToDouble(QualityRow::size).max().orElseThrow();
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<h2>%s by size, in own forecast errors</h2><svg width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">",
                name,
                WIDTH,
                HEIGHT,
                name));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = y(tenth / 10.0);
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dede\"/><text x=\"8\" y=\"%.1f\">%.1f</text>",
                    MARGIN,
                    WIDTH - MARGIN,
                    y,
                    y,
                    y + 4,
                    tenth / 10.0));
        }
        for (double size :
                sized.stream().mapToDouble(QualityRow::size).distinct().toArray()) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.0f</text>",
                    x(size, most),
                    HEIGHT - 6,
                    size));
        }
        List<String> trials = sized.stream().map(QualityRow::trial).distinct().toList();
        for (int t = 0; t < trials.size(); t++) {
            String trial = trials.get(t);
            svg.append(curve(
                    sized.stream().filter(row -> row.trial().equals(trial)).toList(), most, recall, t));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String curve(List<QualityRow> rows, double most, boolean recall, int number) {
        String colour = COLOURS[number % COLOURS.length];
        List<String> points = new ArrayList<>();
        StringBuilder marks = new StringBuilder();
        for (QualityRow row : rows) {
            double x = x(row.size(), most);
            double value = recall ? row.recall() : row.falseDiscoveryRate();
            double low = recall ? row.recallLow() : Math.max(0, value - 2 * row.falseDiscoveryError());
            double high = recall ? row.recallHigh() : Math.min(1, value + 2 * row.falseDiscoveryError());
            points.add(String.format(Locale.ROOT, "%.1f,%.1f", x, y(value)));
            marks.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/><circle cx=\"%.1f\" cy=\"%.1f\""
                            + " r=\"3\" fill=\"%s\"><title>%s %.0f: %.3f (%.3f to %.3f)</title></circle>",
                    x,
                    x,
                    y(low),
                    y(high),
                    colour,
                    x,
                    y(value),
                    colour,
                    row.trial(),
                    row.size(),
                    value,
                    low,
                    high));
        }
        return String.format(
                Locale.ROOT,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\"/>%s<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>",
                String.join(" ", points),
                colour,
                marks,
                MARGIN + 8 + 150 * number,
                16,
                colour,
                rows.get(0).trial());
    }

    private static double x(double size, double most) {
        return MARGIN + size / most * (WIDTH - 3.0 * MARGIN);
    }

    private static double y(double share) {
        return HEIGHT - 24 - share * (HEIGHT - 56);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
