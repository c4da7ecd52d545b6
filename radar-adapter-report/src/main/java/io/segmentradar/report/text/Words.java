package io.segmentradar.report.text;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures, months and names as a reader of one language expects them. Immutable. */
public final class Words {
    /** Shown where a value is missing. */
    public static final String MISSING = "–";

    private static final DateTimeFormatter ENGLISH_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final double EOK = 1e8;
    private static final double BILLION = 1e9;

    private final RadarSpec spec;
    private final Language language;
    private final MoneyFormat money;

    public Words(RadarSpec spec, Language language) {
        this.spec = spec;
        this.language = language;
        this.money = new MoneyFormat(spec.unit());
    }

    public Language language() {
        return language;
    }

    public String of(Phrase phrase) {
        return phrase.in(language);
    }

    public String of(Label label) {
        return label.in(language);
    }

    public String money(double amount) {
        return money.format(amount, language);
    }

    /** The 90 % interval of an amount; a currency and unit that all three share are said once. */
    public String range(double point, double lower, double upper) {
        String from = money(lower);
        String to = money(upper);
        if (language == Language.KO) {
            return from.replaceFirst("(?<=[조억])원$", "") + (lower < 0 ? " ~ " : "~") + to;
        }
        String currency = spec.unit().currency() + " ";
        String unit = unitOf(money(point));
        boolean shared = from.startsWith(currency)
                && to.startsWith(currency)
                && unitOf(from).equals(unit)
                && unitOf(to).equals(unit);
        return shared ? number(from) + "–" + number(to) : from + " to " + to;
    }

    private static String unitOf(String money) {
        return money.substring(money.lastIndexOf(' ') + 1);
    }

    private static String number(String money) {
        return money.split(" ")[1];
    }

    /** Unit of {@link #inColumn}: 억원, or a thousand million in English. */
    public String columnUnit() {
        String currency = spec.unit().currency();
        return language == Language.EN ? currency + " billion" : currency.equals("KRW") ? "억원" : "억 " + currency;
    }

    /** An amount in {@link #columnUnit} with three significant digits, for lists that name the unit once. */
    public String inColumn(double amount) {
        double value = Math.abs(amount) * spec.unit().size() / (language == Language.KO ? EOK : BILLION);
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%s%,." + decimals + "f", arrow(amount) + " ", value);
    }

    /** Amount in the run's unit, for columns that name the unit in their header. */
    public String plain(double amount) {
        return String.format(Locale.ROOT, "%,.0f", amount);
    }

    /** Hours of work. */
    public String hours(double hours) {
        return String.format(Locale.ROOT, language == Language.KO ? "%.1f시간" : "%.1f h", hours);
    }

    /** Size and direction: {@code ▲ 12억원}. */
    public String change(double amount) {
        return arrow(amount) + " " + money(Math.abs(amount));
    }

    /** A share as {@code ▲ 3.2%}. */
    public String changeRate(double share) {
        return arrow(share) + " " + percent(Math.abs(share));
    }

    public String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    private static String arrow(double change) {
        return change < 0 ? "▼" : "▲";
    }

    /** {@code 10번 중 9번}; a forecast is never certain, so never 0 or 10. */
    public String odds(double probability) {
        long of10 = Math.max(1, Math.min(9, Math.round(10 * probability)));
        return language == Language.KO ? "10번 중 " + of10 + "번" : of10 + "/10";
    }

    public String month(YearMonth month) {
        return language == Language.KO
                ? month.getYear() + "년 " + month.getMonthValue() + "월"
                : ENGLISH_MONTH.format(month);
    }

    public String monthOfYear(YearMonth month) {
        return language == Language.KO
                ? month.getMonthValue() + "월"
                : month.getMonth().getDisplayName(java.time.format.TextStyle.SHORT, Locale.ENGLISH);
    }

    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Until when: {@code 9월까지}. */
    public String by(YearMonth month) {
        return language == Language.KO ? monthOfYear(month) + "까지" : "by " + monthOfYear(month);
    }

    /** Name of a segment or aggregate; an aggregate says so. */
    public String node(String level, SegmentKey key) {
        boolean whole = !level.equals(SegmentHierarchy.SEGMENT) && !level.equals(SegmentHierarchy.BANK);
        return whole ? segment(key) + " " + of(Phrase.ALL) : segment(key);
    }

    /** Name of a segment or aggregate, tight enough for a column: {@code 건설업·서울·최우수·전담}. */
    public String segment(SegmentKey key) {
        return spec.hierarchy().nameOf(key, language).replace(" · ", "·");
    }

    /** Name of a KPI or ratio; the id where the spec has no such figure. */
    public String figure(String id) {
        return spec.kpis()
                .find(id)
                .map(kpi -> of(kpi.label()))
                .or(() -> spec.kpis().ratios().stream()
                        .filter(ratio -> ratio.id().equals(id))
                        .map(ratio -> of(ratio.label()))
                        .findFirst())
                .orElse(id);
    }

    /** Name of the role that does an action. */
    public String owner(String id) {
        Label label = spec.actions().catalog().owners().get(id);
        return label == null ? id : of(label);
    }

    public String channel(String id) {
        Label label = spec.actions().catalog().channels().get(id);
        return label == null ? id : of(label);
    }
}
