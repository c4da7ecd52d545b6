package io.segmentradar.report.callsheet;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.report.text.EmbeddedFont;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The planned actions as sheets to take to the telephone: one page file per owner role and area, in order of due date
 * and worth. Each is self-contained, prints on A4 and loads nothing.
 */
public final class CallSheets {
    private static final String STYLE = "/io/segmentradar/report/callsheet.css";

    private final RunView view;
    private final Words words;
    private final int area;

    /** All planned actions of the run; the area is the dimension by which the plan gives hours. */
    public CallSheets(RadarRun run, Language language) {
        this(new RunView(run, Visibility.ALL), language);
    }

    /** The planned actions that the reader of the view may see. */
    public CallSheets(RunView view, Language language) {
        this.view = view;
        this.words = new Words(view.run().spec(), language);
        this.area = view.dimensions().stream()
                .map(SegmentDimension::id)
                .toList()
                .indexOf(view.run().spec().actions().plan().areaDimension());
    }

    private record Desk(String owner, String area) {}

    /** File name to page, in order of owner and area; empty if nothing is planned. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        desks().forEach((desk, actions) -> pages.put(fileName(desk), page(desk, actions)));
        return pages;
    }

    private Map<Desk, List<RecommendedAction>> desks() {
        Map<Desk, List<RecommendedAction>> desks =
                new TreeMap<>(Comparator.comparing(Desk::owner).thenComparing(Desk::area));
        view.actions().stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .filter(RecommendedAction::isPlanned)
                .forEach(action -> desks.computeIfAbsent(
                                new Desk(action.delivery().owner(), areaOf(action)), desk -> new ArrayList<>())
                        .add(action));
        desks.values()
                .forEach(actions -> actions.sort(Comparator.comparing(
                                (RecommendedAction action) -> action.delivery().due())
                        .thenComparing(action -> action.priority().rank())));
        return desks;
    }

    private String areaOf(RecommendedAction action) {
        return area < 0
                ? words.of(Phrase.EVERYWHERE)
                : view.node(SegmentHierarchy.SEGMENT, action.segment())
                        .orElseThrow()
                        .value(area);
    }

    /** Letters and digits of any script stay; everything else could mean something to a file system. */
    private static String fileName(Desk desk) {
        return "callsheet-" + safe(desk.owner()) + "-" + safe(desk.area()) + ".html";
    }

    private static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]+", "_");
    }

    private String page(Desk desk, List<RecommendedAction> actions) {
        var manifest = view.run().manifest();
        double hours = actions.stream()
                .mapToDouble(action -> action.delivery().hours())
                .sum();
        String title = words.of(Phrase.CALL_SHEET) + " " + words.owner(desk.owner()) + ", " + desk.area() + ", "
                + words.month(manifest.asOf());
        String load = actions.size() + " " + words.of(Phrase.CALLS) + ", " + words.of(Phrase.HOURS) + " "
                + words.hours(hours);
        CallCard card = new CallCard(view, words);
        String body = element("h1", "title", title)
                + element("p", "load", load)
                + Markup.each(actions, card::markup)
                + element(
                        "p",
                        "footer",
                        words.of(Phrase.RUN) + " " + manifest.runId() + ". " + words.of(Phrase.DECISION) + ".");
        return "<!DOCTYPE html>\n<html lang=\"" + (words.language() == Language.KO ? "ko" : "en")
                + "\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>"
                + text(title) + "</title><style>" + EmbeddedFont.fontFaces(body + title) + style()
                + "</style></head>\n<body>" + body + "</body></html>\n";
    }

    private static String style() {
        try (InputStream in = CallSheets.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + STYLE, e);
        }
    }
}
