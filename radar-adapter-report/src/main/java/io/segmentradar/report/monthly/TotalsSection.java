package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.TotalForecast;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.List;

/** The bank's totals: the first two KPIs with a chart, the others as a line of cards. */
final class TotalsSection {
    private static final int CHARTED = 2;
    private static final int CARDS = 3;

    private final RunView view;
    private final Words words;
    private final RunForecasts forecasts;

    TotalsSection(RunView view, Words words) {
        this.view = view;
        this.words = words;
        this.forecasts = new RunForecasts(view);
    }

    String markup() {
        List<Kpi> kpis = view.run().spec().kpis().kpis();
        List<Kpi> charted = kpis.subList(0, Math.min(CHARTED, kpis.size()));
        List<Kpi> cards = kpis.subList(charted.size(), Math.min(charted.size() + CARDS, kpis.size()));
        return row(charted, "totals", true) + (cards.isEmpty() ? "" : row(cards, "cards", false));
    }

    private String row(List<Kpi> kpis, String cssClass, boolean charted) {
        return "<table class=\"" + cssClass + "\"><tr>"
                + String.join(
                        "<td class=\"gap\"></td>",
                        kpis.stream()
                                .map(kpi -> "<td class=\"card\">" + card(kpi, charted) + "</td>")
                                .toList())
                + "</tr></table>";
    }

    private String card(Kpi kpi, boolean charted) {
        Figure total = view.total(kpi.id());
        List<TotalForecast> ahead = Horizon.ALL.stream()
                .flatMap(horizon -> forecasts.total(kpi.id(), horizon).stream())
                .toList();
        String name = words.of(kpi.label());
        String value = total.value().isPresent() ? words.money(total.value().getAsDouble()) : Words.MISSING;
        String figures = element("div", "name", name) + "<div>" + element("span", "figure", value) + " "
                + monthOnMonth(kpi, total, charted) + "</div>";
        String next = ahead.isEmpty() ? "" : "<div class=\"next\">" + NextMonth.markup(ahead.get(0), words) + "</div>";
        return figures + next + (charted ? new FanChart(view, kpi.id(), ahead, words).markup(name) : "");
    }

    /** Of a figure that may have either sign only the money, because a share of it says nothing. */
    private String monthOnMonth(Kpi kpi, Figure total, boolean inFull) {
        if (total.monthOnMonth().isEmpty()) {
            return "";
        }
        double change = total.monthOnMonth().getAsDouble();
        boolean hasRate = !kpi.kind().isSigned() && total.monthOnMonthRate().isPresent();
        String rate = hasRate ? words.percent(Math.abs(total.monthOnMonthRate().getAsDouble())) : "";
        String said = !hasRate
                ? words.change(change)
                : inFull
                        ? words.change(change) + " (" + rate + ")"
                        : words.changeRate(total.monthOnMonthRate().getAsDouble());
        return "<span class=\"mom\">" + text(words.of(Phrase.MONTH_ON_MONTH)) + " "
                + element("b", change < 0 ? "fall" : "rise", said) + "</span>";
    }
}
