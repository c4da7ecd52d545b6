package io.segmentradar.report.monthly;

import static io.segmentradar.report.text.Markup.element;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.view.Figure;
import io.segmentradar.core.view.RunForecasts;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;
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
        // Each piece is an element of its own: readers of the PDF meet loose text before the elements beside it.
        List<String> pieces = new ArrayList<>();
        pieces.add(element("b", "label", words.of(kpi.get().label())));
        pieces.add(element("b", "figure", words.money(total.value().getAsDouble())));
        total.monthOnMonthRate().ifPresent(rate -> {
            pieces.add(element("span", "mom", words.of(Phrase.MONTH_ON_MONTH)));
            pieces.add(element("b", rate < 0 ? "fall" : "rise", words.changeRate(rate)));
        });
        new RunForecasts(view)
                .total(KPI, Horizon.ONE)
                .ifPresent(forecast ->
                        pieces.add("<span class=\"part\">" + NextMonth.markup(forecast, words) + "</span>"));
        view.run().actionReport().fx().ifPresent(regime -> pieces.add(element("span", "part", rate(regime))));
        FxReport fx = view.run().fx();
        fx.market()
                .flatMap(FxMarket::hidden)
                .ifPresent(hidden -> pieces.add(element("span", "part", largeMove(hidden))));
        if (fx.status() == FxReport.Status.KNOWN) {
            pieces.add(element("span", "part", exposed(fx)));
        } else if (fx.status() == FxReport.Status.NO_RATE) {
            pieces.add(element("span", "part", words.of(Phrase.NO_RATE)));
        }
        return "<div class=\"fx\">" + String.join(" ", pieces) + "</div>";
    }

    /** A probability says little without what it is about and how often that was so far. */
    private String largeMove(FxMarket.HiddenRegime hidden) {
        String chance = String.format(
                Locale.ROOT,
                words.of(Phrase.LARGE_MOVE),
                words.percent(Math.expm1(hidden.largeMove())),
                words.percent(hidden.largeMoveProbability()));
        return chance
                + hidden.skill().stream()
                        .findFirst()
                        .map(record -> String.format(
                                Locale.ROOT,
                                words.of(Phrase.LARGE_MOVES_SO_FAR),
                                words.percent((double) record.events() / record.months())))
                        .orElse("");
    }

    /** How many visible segments stand on either side of the rate. */
    private String exposed(FxReport fx) {
        List<String> counts = new ArrayList<>();
        for (FxSegment.Kind kind : List.of(FxSegment.Kind.EXPORTER, FxSegment.Kind.IMPORTER)) {
            long of = fx.segments().stream()
                    .filter(segment -> segment.kind() == kind
                            && view.segment(segment.id())
                                    .filter(row -> !row.masked())
                                    .isPresent())
                    .count();
            counts.add(words.of(kind.label()) + " " + of);
        }
        return String.join(", ", counts);
    }

    /** The rate, where it is heading and how much it moves. */
    private String rate(FxRegime regime) {
        return String.format(Locale.ROOT, "USD/KRW %,.0f ", regime.rate())
                + words.of(regime.trend().label()) + ", " + words.of(Phrase.VOLATILITY) + " "
                + words.of(regime.volatility().label());
    }
}
