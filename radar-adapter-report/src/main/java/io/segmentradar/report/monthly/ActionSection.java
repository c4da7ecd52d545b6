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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Who does what until when: the ten planned actions that rank first, at most three of a type. */
final class ActionSection {
    private static final int TOP = 10;

    /** Ten times the same advice is no list. */
    private static final int PER_TYPE = 3;

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
                .filter(atMost(PER_TYPE))
                .limit(TOP)
                .toList();
        String heading = "<h2>" + text(words.of(Phrase.ACTIONS)) + " "
                + element("span", "note", words.of(Phrase.PER_TYPE)) + "</h2>";
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

    /** Passes the first few of each type. */
    private static Predicate<RecommendedAction> atMost(int count) {
        Map<String, Integer> seen = new HashMap<>();
        return action -> seen.merge(action.type(), 1, Integer::sum) <= count;
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
                + text(words.owner(action.delivery().owner())) + "</td>"
                + element("td", "due", words.day(action.delivery().due()))
                + element("td", "right", words.plain(action.worth().value())) + "</tr>";
    }
}
