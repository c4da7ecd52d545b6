package io.segmentradar.report.callsheet;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One call: whom, why, what to raise, the figures, room for the outcome. */
final class CallCard {
    private final RunView view;
    private final Words words;
    private final RunForecasts forecasts;

    CallCard(RunView view, Words words) {
        this.view = view;
        this.words = words;
        this.forecasts = new RunForecasts(view);
    }

    String markup(RecommendedAction action) {
        SegmentRow segment = view.segment(action.segment()).orElseThrow();
        return "<section><h2><span class=\"whom\">" + text(words.segment(segment.key())) + "</span> "
                + element("span", "todo", words.of(action.title())) + "</h2>"
                + element("p", "how", how(action))
                + "<div class=\"two\"><div>"
                + element("h3", "part", words.of(Phrase.WHY)) + element("p", "why", words.of(action.reason()))
                + talkingPoints(action)
                + element("p", "worth", worth(action.worth()))
                + "</div><div>" + element("h3", "part", words.of(Phrase.FIGURES)) + figures(segment) + "</div></div>"
                + outcome(action) + "</section>";
    }

    private String how(RecommendedAction action) {
        var delivery = action.delivery();
        return words.of(Phrase.DUE) + " " + delivery.due() + " · " + words.of(Phrase.URGENCY) + " "
                + words.of(action.priority().urgency().label()) + " · " + words.of(Phrase.CHANNEL) + " "
                + words.channel(delivery.channel()) + " · " + words.of(Phrase.HOURS) + " "
                + words.hours(delivery.hours());
    }

    private String talkingPoints(RecommendedAction action) {
        return action.talkingPoints().isEmpty()
                ? ""
                : element("h3", "part", words.of(Phrase.TALKING_POINTS)) + "<ul>"
                        + Markup.each(action.talkingPoints(), point -> "<li>" + text(words.of(point)) + "</li>")
                        + "</ul>";
    }

    /** The value with every factor, so that nobody takes it for a result. */
    private String worth(ActionWorth worth) {
        return words.of(Phrase.EXPECTED_VALUE) + " " + words.money(worth.value()) + " = "
                + words.of(Phrase.PROBABILITY) + " " + words.percent(worth.probability()) + " × "
                + words.of(Phrase.AT_STAKE) + " " + words.money(worth.amountAtStake()) + " × "
                + words.of(Phrase.MARGIN) + " " + words.percent(worth.margin()) + " × " + words.of(Phrase.EFFECT) + " "
                + words.percent(worth.effectiveness()) + " − " + words.of(Phrase.COST) + " " + words.money(worth.cost())
                + " (" + words.of(Phrase.ASSUMED_NOTE) + ")";
    }

    private String figures(SegmentRow segment) {
        List<Kpi> kpis = view.run().spec().kpis().kpis();
        String header = Markup.each(
                List.of(Phrase.NOW, Phrase.MONTH_ON_MONTH, Phrase.NEXT_MONTH, Phrase.INTERVAL),
                phrase -> element("th", "number", words.of(phrase)));
        return "<table><thead><tr><th></th>" + header + "</tr></thead><tbody>"
                + Markup.each(kpis, kpi -> figureRow(segment, kpi)) + "</tbody></table>";
    }

    private String figureRow(SegmentRow segment, Kpi kpi) {
        Figure figure = segment.figures().get(kpi.id());
        Optional<Forecast> next = forecasts
                .find(
                        SegmentHierarchy.SEGMENT,
                        segment.id(),
                        kpi.id(),
                        view.run().manifest().asOf(),
                        Horizon.ONE)
                .map(row -> row.forecast());
        String change = figure.monthOnMonth().isPresent()
                ? words.change(figure.monthOnMonth().getAsDouble())
                : Words.MISSING;
        String direction = figure.monthOnMonth().orElse(0) < 0 ? "fall" : "rise";
        return "<tr>" + element("th", "kpi", words.of(kpi.label()))
                + element(
                        "td",
                        "number",
                        figure.value().isPresent() ? words.money(figure.value().getAsDouble()) : Words.MISSING)
                + element("td", "number " + direction, change)
                + element(
                        "td",
                        "number",
                        next.map(forecast -> words.money(forecast.point())).orElse(Words.MISSING))
                + element(
                        "td",
                        "number",
                        next.map(forecast -> words.range(
                                        forecast.point(),
                                        forecast.interval90().lower(),
                                        forecast.interval90().upper()))
                                .orElse(Words.MISSING))
                + "</tr>";
    }

    private String outcome(RecommendedAction action) {
        String boxes = Markup.each(
                Arrays.asList(ActionOutcome.Status.values()),
                status -> element("span", "box", "□ " + words.of(status.label())));
        return "<div class=\"outcome\">" + element("b", "part", words.of(Phrase.OUTCOME)) + " " + boxes + " "
                + element("span", "line", words.of(Phrase.AMOUNT)) + " "
                + element("span", "line long", words.of(Phrase.NOTE))
                + element("div", "id", action.id()) + "</div>";
    }
}
