package io.segmentradar.cli.files;

import io.segmentradar.cli.Messages;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.List;
import java.util.Locale;

/** A back-test as one page that needs nothing from anywhere: charts are SVG, styles are inside. */
final class BacktestPage {
    private static final int BAR = 22;
    private static final int LEFT = 220;
    private static final int WIDTH = 420;
    private static final List<String> COMPARED = List.of(AccuracyReport.PUBLISHED, "naive", "seasonal_naive", "mean_3");
    private static final String STYLE = """
            body{font:15px/1.5 "Noto Sans KR","Malgun Gothic",sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;\
            color:#1d2733;background:#fff}
            h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2.2rem}
            table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;text-align:right;border-bottom:1px solid #d5dbe1}
            th:first-child,td:first-child{text-align:left}
            figure{margin:1rem 0}figcaption{color:#526170}
            .good{fill:#1b6ca8}.bad{fill:#b3401f}.axis{stroke:#526170}text{font-size:13px;fill:#1d2733}
            """;

    private final RadarSpec spec;
    private final SegmentPanel panel;
    private final AccuracyReport accuracy;
    private final Messages messages;
    private final StringBuilder page = new StringBuilder();

    BacktestPage(RadarSpec spec, SegmentPanel panel, AccuracyReport accuracy, Messages messages) {
        this.spec = spec;
        this.panel = panel;
        this.accuracy = accuracy;
        this.messages = messages;
    }

    String html() {
        Language language = messages.language();
        String title = messages.text("backtest.title", spec.title().in(language));
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language == Language.KO ? "ko" : "en")
                .append(
                        "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escape(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        element("h1", title);
        element(
                "p",
                messages.text(
                        "backtest.intro",
                        panel.segments(),
                        panel.months().count(),
                        panel.months().first().toString(),
                        panel.months().last().toString()));
        skill();
        errors();
        coverage();
        covariates();
        adjustments();
        return page.append("</body></html>\n").toString();
    }

    private void element(String name, String text) {
        page.append('<').append(name).append('>').append(escape(text));
        page.append("</").append(name).append(">\n");
    }

    private List<AccuracyReport.Row> rows(String level, String model) {
        return accuracy.rows().stream()
                .filter(row -> row.level().equals(level)
                        && row.model().equals(model)
                        && row.sizeClass().equals(AccuracyReport.ALL_SIZES))
                .toList();
    }

    private void skill() {
        element("h2", messages.text("backtest.skill"));
        List<AccuracyReport.Row> rows = rows(SegmentHierarchy.SEGMENT, AccuracyReport.PUBLISHED);
        double largest = rows.stream()
                .mapToDouble(row -> Math.abs(row.skill()))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
        int height = rows.size() * BAR + 10;
        page.append("<figure><svg role=\"img\" viewBox=\"0 0 ")
                .append(LEFT + WIDTH + 120)
                .append(' ')
                .append(height)
                .append("\">");
        double zero = LEFT + WIDTH * 0.25;
        for (int i = 0; i < rows.size(); i++) {
            bar(rows.get(i), i * BAR, zero, WIDTH * 0.75 / Math.max(largest, 1e-9));
        }
        page.append("<line class=\"axis\" x1=\"")
                .append(fixed(zero))
                .append("\" x2=\"")
                .append(fixed(zero));
        page.append("\" y1=\"0\" y2=\"").append(height).append("\"/></svg>");
        element("figcaption", messages.text("backtest.skill.note"));
        page.append("</figure>\n");
    }

    private void bar(AccuracyReport.Row row, int y, double zero, double perUnit) {
        if (Double.isNaN(row.skill())) {
            return;
        }
        double length = Math.min(Math.abs(row.skill()) * perUnit, row.skill() < 0 ? WIDTH * 0.25 : WIDTH);
        double x = row.skill() < 0 ? zero - length : zero;
        page.append("<text x=\"0\" y=\"")
                .append(y + 15)
                .append("\">")
                .append(escape(label(row)))
                .append("</text>");
        page.append("<rect class=\"")
                .append(row.skill() < 0 ? "bad" : "good")
                .append("\" x=\"")
                .append(fixed(x));
        page.append("\" y=\"")
                .append(y + 3)
                .append("\" width=\"")
                .append(fixed(length))
                .append("\" height=\"14\"/>");
        page.append("<text x=\"")
                .append(fixed(Math.max(zero, x + length) + 6))
                .append("\" y=\"")
                .append(y + 15);
        page.append("\">").append(percent(row.skill())).append("</text>");
    }

    private String label(AccuracyReport.Row row) {
        Kpi kpi = spec.kpis().kpi(row.kpi());
        return kpi.label().in(messages.language()) + " · " + messages.text("backtest.horizon", row.horizon());
    }

    private void errors() {
        element("h2", messages.text("backtest.errors"));
        page.append("<table><tr><th></th>");
        COMPARED.forEach(model -> page.append("<th>")
                .append(messages.text("backtest.model." + model))
                .append("</th>"));
        page.append("<th>MASE</th><th>").append(messages.text("backtest.bias")).append("</th></tr>\n");
        for (AccuracyReport.Row row : rows(SegmentHierarchy.SEGMENT, AccuracyReport.PUBLISHED)) {
            page.append("<tr><td>").append(escape(label(row))).append("</td>");
            for (String model : COMPARED) {
                double wape = rows(SegmentHierarchy.SEGMENT, model).stream()
                        .filter(other -> other.kpi().equals(row.kpi()) && other.horizon() == row.horizon())
                        .mapToDouble(AccuracyReport.Row::wape)
                        .findFirst()
                        .orElse(Double.NaN);
                page.append("<td>").append(percent(wape)).append("</td>");
            }
            page.append("<td>")
                    .append(Double.isNaN(row.mase()) ? "–" : fixed(row.mase()))
                    .append("</td><td>");
            page.append(percent(row.bias())).append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void coverage() {
        element("h2", messages.text("backtest.coverage"));
        page.append("<table><tr><th></th>");
        for (SegmentLevel level : spec.hierarchy().levels()) {
            page.append("<th>").append(escape(level.id())).append("</th>");
        }
        page.append("</tr>\n");
        for (AccuracyReport.Row row : rows(SegmentHierarchy.SEGMENT, AccuracyReport.PUBLISHED)) {
            page.append("<tr><td>").append(escape(label(row))).append("</td>");
            for (SegmentLevel level : spec.hierarchy().levels()) {
                double share = rows(level.id(), AccuracyReport.PUBLISHED).stream()
                        .filter(other -> other.kpi().equals(row.kpi()) && other.horizon() == row.horizon())
                        .mapToDouble(AccuracyReport.Row::coverage90)
                        .findFirst()
                        .orElse(Double.NaN);
                page.append("<td>").append(percent(share)).append("</td>");
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private void covariates() {
        if (accuracy.covariates().isEmpty()) {
            return;
        }
        element("h2", messages.text("backtest.covariates"));
        element("p", messages.text("backtest.covariates.note"));
        page.append("<table><tr><th></th>");
        for (String column : List.of("series", "verdict", "gain", "p", "origins")) {
            page.append("<th>")
                    .append(escape(messages.text("backtest.covariates." + column)))
                    .append("</th>");
        }
        page.append("</tr>\n");
        for (CovariateVerdict verdict : accuracy.covariates()) {
            String used = messages.text("backtest.covariates." + (verdict.used() ? "used" : "unused"));
            page.append("<tr><td>")
                    .append(escape(spec.kpis().kpi(verdict.kpi()).label().in(messages.language())))
                    .append("</td><td>")
                    .append(escape(verdict.covariate()))
                    .append("</td><td>")
                    .append(escape(used))
                    .append("</td><td>")
                    .append(percent(verdict.gain()))
                    .append("</td><td>")
                    .append(Double.isNaN(verdict.pValue()) ? "–" : fixed(verdict.pValue()))
                    .append("</td><td>")
                    .append(verdict.origins())
                    .append("</td></tr>\n");
        }
        page.append("</table>\n");
    }

    private void adjustments() {
        element("h2", messages.text("backtest.adjustments"));
        element("p", messages.text("backtest.adjustments.note"));
        page.append("<table><tr><th></th>");
        for (SegmentLevel level : spec.hierarchy().levels()) {
            page.append("<th>").append(escape(level.id())).append("</th>");
        }
        page.append("</tr>\n");
        int levels = spec.hierarchy().levels().size();
        for (int i = 0; i + levels <= accuracy.adjustments().size(); i += levels) {
            List<LevelAdjustment> row = accuracy.adjustments().subList(i, i + levels);
            Kpi kpi = spec.kpis().kpi(row.get(0).kpi());
            page.append("<tr><td>")
                    .append(escape(kpi.label().in(messages.language()) + " · "
                            + messages.text("backtest.horizon", row.get(0).horizon())))
                    .append("</td>");
            row.forEach(cell ->
                    page.append("<td>").append(percent(cell.adjustment())).append("</td>"));
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f%%", 100 * value);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
