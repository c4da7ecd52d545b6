package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;
import static io.segmentradar.report.text.Markup.text;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.Locale;
import java.util.Optional;

/** Foreign exchange in one line; empty where the spec has no such KPI. */
final class FxSection {
    private static final String KPI = "fx_amount";

    private final RunView view;
    private final Words words;

    FxSection(RunView view, Words words) {
        this.view = view;
        this.words = words;
    }

    String markup() {
        Optional<Kpi> kpi = view.run().spec().kpis().find(KPI);
        Figure total = kpi.map(found -> view.total(found.id())).orElse(null);
        if (total == null || total.value().isEmpty()) {
            return "";
        }
        StringBuilder line = new StringBuilder();
        line.append(element("b", "label", words.of(kpi.get().label()))).append(" <b>");
        line.append(text(words.money(total.value().getAsDouble()))).append("</b>");
        total.monthOnMonthRate()
                .ifPresent(rate -> line.append(text(" " + words.of(Phrase.MONTH_ON_MONTH) + " "))
                        .append(element("b", rate < 0 ? "fall" : "rise", words.changeRate(rate))));
        new RunForecasts(view)
                .total(KPI, Horizon.ONE)
                .ifPresent(forecast -> line.append(" · " + NextMonth.markup(forecast, words)));
        view.run().actionReport().fx().ifPresent(regime -> line.append(regime(regime)));
        return "<div class=\"fx\">" + line + "</div>";
    }

    /** The rate, where it is heading and how much it moves. */
    private String regime(FxRegime regime) {
        return " · USD/KRW <b>" + String.format(Locale.ROOT, "%,.0f", regime.rate()) + "</b> "
                + text(words.of(regime.trend().label()) + ", " + words.of(Phrase.VOLATILITY) + " "
                        + words.of(regime.volatility().label()));
    }
}
