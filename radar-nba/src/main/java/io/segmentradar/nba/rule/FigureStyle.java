package io.segmentradar.nba.rule;

import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a figure is shown in a sentence. */
enum FigureStyle {
    MONEY,
    /** An amount without its sign. */
    SIZE,
    PERCENT,
    /** A relative change with its direction: ▲ 3.2%. */
    CHANGE,
    /** A relative change without its sign. */
    RATE,
    NUMBER,
    TEXT;

    static FigureStyle of(FactUnit unit) {
        return switch (unit) {
            case MONEY -> MONEY;
            case RATIO -> PERCENT;
            case NUMBER -> NUMBER;
            case TEXT, TRUTH -> TEXT;
        };
    }

    static Optional<FigureStyle> of(String name) {
        return Arrays.stream(values())
                .filter(style -> style.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values())
                .map(style -> style.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /**
     * @param value a Double for the numeric styles
     */
    String show(Object value, MoneyFormat money, Language language) {
        if (!(value instanceof Double number)) {
            return word(value.toString(), language);
        }
        return switch (this) {
            case MONEY -> money.format(number, language);
            case SIZE -> money.format(Math.abs(number), language);
            case PERCENT -> percent(number);
            case CHANGE -> (number < 0 ? "▼ " : "▲ ") + percent(Math.abs(number));
            case RATE -> percent(Math.abs(number));
            case NUMBER, TEXT -> plain(number);
        };
    }

    private static String percent(double share) {
        double hundredths = 100 * share;
        return String.format(Locale.ROOT, Math.abs(hundredths) >= 100 ? "%,.0f%%" : "%.1f%%", hundredths);
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, "%,.1f", number);
    }

    /** Names of the exchange rate's states are spoken; other texts are the bank's own. */
    private static String word(String text, Language language) {
        for (FxRegime.Trend trend : FxRegime.Trend.values()) {
            if (trend.name().equals(text)) {
                return trend.label().in(language);
            }
        }
        return text;
    }
}
