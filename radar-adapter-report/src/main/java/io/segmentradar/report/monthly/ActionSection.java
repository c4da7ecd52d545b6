package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.List;

/** Who does what until when: the ten planned actions worth most. */
final class ActionSection {
    private static final int TOP = 10;

    private final RunView view;
    private final Words words;

    ActionSection(RunView view, Words words) {
        this.view = view;
        this.words = words;
    }

    String markup() {
        List<RecommendedAction> actions = view.actions().stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .filter(RecommendedAction::isPlanned)
                .limit(TOP)
                .toList();
        String heading = element("h2", "heading", words.of(Phrase.ACTIONS));
        if (actions.isEmpty()) {
            return heading + element("p", "none", words.of(Phrase.NO_ACTIONS));
        }
        String columns = Markup.each(
                List.of(Phrase.SEGMENT, Phrase.ACTION, Phrase.OWNER, Phrase.DUE),
                phrase -> element("th", "left", words.of(phrase)));
        return heading + "<table class=\"actions\"><thead><tr>" + columns
                + element("th", "right", header())
                + "</tr></thead><tbody>" + Markup.each(actions, this::row) + "</tbody></table>";
    }

    private String header() {
        return words.of(Phrase.EXPECTED_VALUE) + " ("
                + words.of(view.run().spec().unit().label()) + ", " + words.of(Phrase.ASSUMED) + ")";
    }

    private String row(RecommendedAction action) {
        String segment = view.node(SegmentHierarchy.SEGMENT, action.segment())
                .map(words::segment)
                .orElse(action.segment().value());
        return "<tr><td>" + text(segment) + "</td><td>" + text(words.of(action.title())) + "</td><td>"
                + text(words.owner(action.delivery().owner())) + "</td><td>"
                + text(words.day(action.delivery().due())) + "</td>"
                + element("td", "right", words.plain(action.worth().value())) + "</tr>";
    }
}
