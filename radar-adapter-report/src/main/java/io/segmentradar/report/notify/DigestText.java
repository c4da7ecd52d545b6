package io.segmentradar.report.notify;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.report.notify.Digest.AlertChange;
import io.segmentradar.report.text.Cause;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.SeverityMark;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** A digest in the reader's words: subject, plain text and HTML with the same lines. */
final class DigestText {
    private final Digest digest;
    private final Words words;

    DigestText(Digest digest, Words words) {
        this.digest = digest;
        this.words = words;
    }

    String subject() {
        long fresh = digest.alerts().stream().filter(AlertChange::isNew).count();
        List<String> counts = new ArrayList<>();
        count(counts, Phrase.NEW_ALERTS, fresh);
        count(counts, Phrase.WORSE_ALERTS, digest.alerts().size() - fresh);
        count(counts, Phrase.MY_ACTIONS, digest.actions().size());
        return "[Segment Radar] " + words.month(digest.view().run().manifest().asOf()) + ": "
                + String.join(", ", counts);
    }

    private void count(List<String> counts, Phrase phrase, long number) {
        if (number > 0) {
            counts.add(words.of(phrase) + " " + number);
        }
    }

    String plain() {
        StringBuilder out = new StringBuilder();
        sections().forEach(section -> {
            out.append(section.heading()).append("\n");
            section.lines().forEach(line -> out.append("- ").append(line).append('\n'));
            out.append('\n');
        });
        return out.append(footer()).append('\n').toString();
    }

    String html() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"utf-8\"/></head><body>");
        for (Section section : sections()) {
            out.append(element("h3", "heading", section.heading())).append("<ul>");
            section.lines()
                    .forEach(line -> out.append("<li>").append(text(line)).append("</li>"));
            out.append("</ul>");
        }
        return out.append(element("p", "footer", footer()))
                .append("</body></html>")
                .toString();
    }

    private record Section(String heading, List<String> lines) {}

    private List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        section(
                sections,
                Phrase.NEW_ALERTS,
                digest.alerts().stream()
                        .filter(AlertChange::isNew)
                        .map(this::line)
                        .toList());
        section(
                sections,
                Phrase.WORSE_ALERTS,
                digest.alerts().stream()
                        .filter(change -> !change.isNew())
                        .map(this::line)
                        .toList());
        section(
                sections,
                Phrase.MY_ACTIONS,
                digest.actions().stream().map(this::line).toList());
        return sections;
    }

    private void section(List<Section> sections, Phrase heading, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(new Section(words.of(heading) + " (" + lines.size() + ")", lines));
        }
    }

    private String line(AlertChange change) {
        Alert alert = change.row().alert();
        String cause = Cause.of(change.row())
                .map(driver -> " (" + words.of(driver.label()) + ")")
                .orElse("");
        return SeverityMark.of(alert.severity()).shape() + " "
                + words.of(alert.severity().label()) + " "
                + name(alert.level(), alert.segment()) + ": " + words.figure(alert.kpi()) + " "
                + words.of(alert.type().label()) + " "
                + words.change(isFall(alert) ? -alert.impact() : alert.impact())
                + cause;
    }

    private static boolean isFall(Alert alert) {
        return alert.type().looksAhead() ? alert.type() == AlertType.FORECAST_DROP : alert.residual() < 0;
    }

    private String line(RecommendedAction action) {
        return name(SegmentHierarchy.SEGMENT, action.segment()) + ": " + words.of(action.title()) + ", "
                + words.of(Phrase.DUE) + " " + action.delivery().due() + ". " + words.of(action.reason());
    }

    private String name(String level, SegmentId id) {
        return digest.view().node(level, id).map(key -> words.node(level, key)).orElse(id.value());
    }

    private String footer() {
        return words.of(Phrase.RUN) + " " + digest.view().run().manifest().runId() + ". " + words.of(Phrase.DECISION);
    }
}
