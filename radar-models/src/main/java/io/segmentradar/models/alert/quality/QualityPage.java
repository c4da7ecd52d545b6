package io.segmentradar.models.alert.quality;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The results of trials as CSV and as one HTML page that needs nothing from outside. */
public final class QualityPage {
    private static final String HEADER =
            "trial,size,replications,planted,found,found_as_turns,recall,recall_low,recall_high,precision,f1,"
                    + "months_to_detection,false_alerts,own_alerts,false_per_100_segment_months,false_discovery_rate,"
                    + "false_discovery_se,strict_false_discovery_rate,strict_per_100_segment_months,selection";

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
        page.append(bySize("Recall", QualityPage::recall))
                .append(bySize("False-discovery rate", QualityPage::falseDiscovery))
                .append(operatingCurve());
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

    private String bySize(String name, Function<QualityRow, CurveChart.Point> point) {
        List<QualityRow> sized = rows.stream().filter(row -> row.size() > 0).toList();
        if (sized.isEmpty()) {
            return "";
        }
        double[] sizes = sized.stream().mapToDouble(QualityRow::size).distinct().toArray();
        CurveChart chart = new CurveChart(
                        name + " by size, in own forecast errors",
                        Arrays.stream(sizes).max().orElseThrow())
                .ticks(sizes, 0);
        curves(chart, sized, point);
        return chart.svg();
    }

    /** What a larger or smaller number of alerts would find of known events, against the false alerts it would cost. */
    private String operatingCurve() {
        List<QualityRow> known = rows.stream()
                .filter(row -> row.size() == 0 && row.planted() > 0)
                .sorted(Comparator.comparingDouble(QualityRow::falsePer100))
                .toList();
        double most = known.stream().mapToDouble(QualityRow::falsePer100).max().orElse(0);
        if (!(most > 0)) {
            return "";
        }
        CurveChart chart = new CurveChart("Recall by false alerts per 100 segment-months", most)
                .ticks(
                        IntStream.rangeClosed(0, 5)
                                .mapToDouble(fifth -> most * fifth / 5)
                                .toArray(),
                        1);
        curves(
                chart,
                known,
                row -> point(
                        row.trial() + ", " + row.selection(),
                        row.falsePer100(),
                        row.recall(),
                        row.recallLow(),
                        row.recallHigh()));
        return chart.svg();
    }

    private static void curves(CurveChart chart, List<QualityRow> rows, Function<QualityRow, CurveChart.Point> point) {
        rows.stream()
                .map(QualityRow::trial)
                .distinct()
                .forEach(trial -> chart.curve(
                        trial,
                        rows.stream()
                                .filter(row -> row.trial().equals(trial))
                                .map(point)
                                .toList()));
    }

    private static CurveChart.Point recall(QualityRow row) {
        return point(name(row), row.size(), row.recall(), row.recallLow(), row.recallHigh());
    }

    private static CurveChart.Point falseDiscovery(QualityRow row) {
        double rate = row.falseDiscoveryRate();
        double error = row.falseDiscoveryError();
        double whisker = Double.isNaN(error) ? 1 : 2 * error;
        return point(name(row), row.size(), rate, Math.max(0, rate - whisker), Math.min(1, rate + whisker));
    }

    private static String name(QualityRow row) {
        return String.format(Locale.ROOT, "%s %.0f", row.trial(), row.size());
    }

    private static CurveChart.Point point(String name, double x, double share, double low, double high) {
        return new CurveChart.Point(
                x, share, low, high, String.format(Locale.ROOT, "%s: %.3f (%.3f to %.3f)", name, share, low, high));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
