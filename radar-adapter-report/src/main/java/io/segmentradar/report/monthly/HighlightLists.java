package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.view.Highlights.Chance;
import io.segmentradar.core.view.Highlights.Issue;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Cause;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.SeverityMark;
import io.segmentradar.report.text.Words;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What went wrong and where the bank can grow, five each: name, figure, reason, action. */
final class HighlightLists {
    private final RunView view;
    private final Words words;

    HighlightLists(RunView view, Words words) {
        this.view = view;
        this.words = words;
    }

    String issues(List<Issue> issues) {
        String note = words.columnUnit() + ", " + words.of(Phrase.CAUSE_TO_ACTION);
        return list(Phrase.ISSUES, note, Phrase.NO_ISSUES, Markup.each(issues, this::issue));
    }

    String chances(List<Chance> chances) {
        YearMonth until = view.run().manifest().asOf().plusMonths(Horizon.MAX);
        String note = words.columnUnit() + ", " + words.by(until) + ", " + words.of(Phrase.ODDS);
        return list(Phrase.CHANCES, note, Phrase.NO_CHANCES, Markup.each(chances, this::chance));
    }

    private String list(Phrase heading, String note, Phrase none, String items) {
        String content =
                items.isEmpty() ? element("p", "none", words.of(none)) : "<table class=\"list\">" + items + "</table>";
        return "<h2>" + text(words.of(heading)) + " " + element("span", "note", note) + "</h2>" + content;
    }

    private String issue(Issue issue) {
        Alert alert = issue.alert().alert();
        SeverityMark mark = SeverityMark.of(alert.severity());
        // What is ahead moves from today's figure to the forecast, what has happened from the forecast to the figure.
        double change = alert.type().looksAhead() ? -alert.residual() : alert.residual();
        String cause =
                Cause.of(issue.alert()).map(driver -> words.of(driver.label())).orElse("");
        return "<tr><td class=\"mark " + mark.cssClass() + "\">" + mark.shape() + "</td><td>"
                + element("div", "what", name(alert.level(), alert.segment()))
                + "<div>"
                + text(words.figure(alert.kpi()) + " " + words.of(alert.type().label())) + " "
                + element("b", change < 0 ? "fall" : "rise", words.inColumn(change)) + "</div>"
                + why(cause, issue.action())
                + "</td></tr>";
    }

    private String chance(Chance chance) {
        Forecast forecast = chance.forecast().forecast();
        return "<tr><td class=\"mark up\">▲</td><td>"
                + element("div", "what", name(forecast.level(), forecast.segment()))
                + "<div>" + element("span", "kpi", words.figure(forecast.kpi())) + " "
                + element("b", "rise", words.inColumn(chance.change())) + " "
                + element("span", "odds", words.odds(chance.probability()))
                + "</div>" + why("", chance.action())
                + "</td></tr>";
    }

    private String why(String cause, Optional<RecommendedAction> action) {
        String todo = action.map(planned -> "→ " + words.of(planned.title())).orElse("");
        String line = (cause + " " + todo).strip();
        return line.isEmpty() ? "" : element("div", "why", line);
    }

    private String name(String level, SegmentId id) {
        return view.node(level, id).map(key -> words.node(level, key)).orElse(id.value());
    }
}
