package io.segmentradar.report.monthly;

import io.segmentradar.core.view.TotalForecast;
import io.segmentradar.report.text.Markup;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;

/** A forecast in words, never without its interval. */
final class NextMonth {
    private NextMonth() {}

    static String markup(TotalForecast forecast, Words words) {
        String point = words.monthOfYear(forecast.targetMonth()) + " " + words.of(Phrase.FORECAST_OF) + " "
                + words.money(forecast.point());
        return Markup.text(point)
                + forecast.interval90()
                        .map(range -> "(90% " + words.range(forecast.point(), range.lower(), range.upper()) + ")")
                        .map(range -> " " + Markup.element("span", "range", range))
                        .orElse("");
    }
}
