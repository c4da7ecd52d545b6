package io.segmentradar.core.kpi;

import java.util.Locale;

/** Amounts in words: 1,234,567 million KRW becomes {@code 1조 2,346억원} or {@code KRW 1.23 trillion}. Immutable. */
public final class MoneyFormat {
    private static final double JO = 1e12;
    private static final double EOK = 1e8;
    private static final double MILLION = 1e6;
    private static final double MAN = 1e4;

    private final MoneyUnit unit;

    public MoneyFormat(MoneyUnit unit) {
        this.unit = unit;
    }

    /** Text for {@code amount} in the run's money unit; a minus sign goes first. */
    public String format(double amount, Language language) {
        String sign = amount < 0 ? "-" : "";
        double size = Math.abs(amount);
        return sign + (language == Language.KO ? korean(size) : english(size));
    }

    private String korean(double size) {
        double currency = size * unit.size();
        if (unit.currency().equals("KRW") && currency < Math.min(unit.size(), MILLION)) {
            return currency < MAN
                    ? String.format(Locale.ROOT, "%,.0f원", currency)
                    : String.format(Locale.ROOT, "%,.0f만원", currency / MAN);
        }
        if (currency < EOK) {
            return String.format(
                    Locale.ROOT,
                    size < 10 ? "%,.1f%s" : "%,.0f%s",
                    size,
                    unit.label().ko());
        }
        long eok = Math.round(currency / EOK);
        long perJo = Math.round(JO / EOK);
        String suffix = unit.currency().equals("KRW") ? "원" : " " + unit.currency();
        long tenths = Math.round(10 * currency / EOK);
        if (tenths < 100 && tenths % 10 != 0) {
            return String.format(Locale.ROOT, "%.1f억%s", tenths / 10.0, suffix);
        }
        if (eok < perJo) {
            return String.format(Locale.ROOT, "%,d억%s", eok, suffix);
        }
        String rest = eok % perJo == 0 ? "" : String.format(Locale.ROOT, " %,d억", eok % perJo);
        return String.format(Locale.ROOT, "%,d조%s%s", eok / perJo, rest, suffix);
    }

    private String english(double size) {
        double currency = size * unit.size();
        String text = currency >= 1e12
                ? scaled(currency / 1e12, " trillion")
                : currency >= 1e9
                        ? scaled(currency / 1e9, " billion")
                        : currency >= 1e6 ? scaled(currency / 1e6, " million") : scaled(currency, "");
        return unit.currency() + " " + text;
    }

    /** Three significant digits, as on a card. */
    private static String scaled(double value, String word) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f%s", value, word);
    }
}
