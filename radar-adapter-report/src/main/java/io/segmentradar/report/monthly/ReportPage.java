package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.view.Highlights;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.EmbeddedFont;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Puts the sections on the page, for print and for screens. */
final class ReportPage {
    private static final int TOP = 5;
    private static final String STYLE = "/io/segmentradar/report/monthly.css";

    private final RunView view;
    private final Words words;
    private final String title;

    ReportPage(RunView view, Words words, String title) {
        this.view = view;
        this.words = words;
        this.title = title;
    }

    /**
     * @param size of the body text in points; everything else scales with it
     */
    String forPrint(double size) {
        return page(style() + String.format(Locale.ROOT, "body{font-size:%.1fpt}", size), body());
    }

    String forScreen() {
        String body = body();
        return page(EmbeddedFont.fontFaces(body + title) + style(), body);
    }

    private String page(String style, String body) {
        String language = words.language() == Language.KO ? "ko" : "en";
        return "<!DOCTYPE html>\n<html lang=\"" + language + "\"><head><meta charset=\"utf-8\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width\"/><title>" + text(title) + "</title><style>"
                + style + "</style></head>\n<body>" + body + "</body></html>\n";
    }

    private String body() {
        Highlights highlights = Highlights.of(view, TOP);
        HighlightLists lists = new HighlightLists(view, words);
        return header()
                + new TotalsSection(view, words).markup()
                + "<table class=\"columns\"><tr><td class=\"half\">" + lists.issues(highlights.issues())
                + "</td><td class=\"gap\"></td><td class=\"half\">" + lists.chances(highlights.chances())
                + "</td></tr></table>"
                + new FxSection(view, words).markup()
                + new ActionSection(view, words).markup()
                + footer();
    }

    private String header() {
        var run = view.run();
        StringBuilder counts = new StringBuilder();
        for (Severity severity : new Severity[] {Severity.CRITICAL, Severity.HIGH}) {
            long count = view.alerts().stream()
                    .filter(row -> row.alert().severity() == severity
                            && !row.alert().standing().isFolded())
                    .count();
            counts.append(", ").append(words.of(severity.label())).append(' ').append(count);
        }
        return "<table class=\"head\"><tr><td>" + element("h1", "title", title)
                + element(
                        "div",
                        "subtitle",
                        words.of(run.spec().title()) + ", " + words.of(Phrase.SEGMENTS) + " "
                                + view.segments().size() + counts)
                + "</td></tr></table>";
    }

    private String footer() {
        var manifest = view.run().manifest();
        return "<div class=\"footer\"><table><tr><td>" + text(words.of(Phrase.RUN) + " " + manifest.runId())
                + "</td><td class=\"middle\">" + text(words.of(Phrase.CHART_KEY)) + "</td><td class=\"right\">"
                + text(words.of(Phrase.DECISION)) + "</td></tr></table></div>";
    }

    private static String style() {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + STYLE, e);
        }
    }
}
