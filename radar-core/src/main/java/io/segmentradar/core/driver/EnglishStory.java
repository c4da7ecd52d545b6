package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.format.TextStyle;
import java.util.Locale;

/** English sentences. */
final class EnglishStory implements StoryWords {
    private static final double RARELY = 10_000;

    private final KpiCatalog kpis;
    private final SegmentHierarchy hierarchy;
    private final MoneyFormat money;

    EnglishStory(KpiCatalog kpis, SegmentHierarchy hierarchy, MoneyFormat money) {
        this.kpis = kpis;
        this.hierarchy = hierarchy;
        this.money = money;
    }

    @Override
    public String event(Alert alert) {
        String segment = hierarchy.nameOf(alert.segment().key(), Language.EN);
        String kpi = kpis.kpi(alert.kpi()).label().en();
        String compared = String.format(
                "%s of %s came to %s, %s %s than the %s expected.",
                kpi,
                segment,
                money(alert.actual()),
                money(Math.abs(alert.residual())),
                alert.residual() < 0 ? "less" : "more",
                money(alert.expected()));
        return switch (alert.type()) {
            case DROP, SPIKE -> compared;
            case LEVEL_SHIFT ->
                compared
                        + String.format(
                                " It has stayed there since %s (%d months).",
                                alert.standing().firstSeen().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                                alert.ageMonths() + 1);
            case DORMANCY ->
                String.format("%s stopped: %s, expected at %s, is gone.", segment, kpi, money(alert.expected()));
            case INFLECTION ->
                String.format(
                        "The trend of %s of %s has turned: over four months it drew away from the forecasts by %s, always to one side.",
                        kpi, segment, money(alert.impact()));
            case FORECAST_DROP, FORECAST_RISE ->
                String.format(
                        "%s of %s will %s within three months, from %s to about %s, %d times in 10.",
                        kpi,
                        segment,
                        alert.expected() < alert.actual() ? "fall" : "rise",
                        money(alert.actual()),
                        money(alert.expected()),
                        Math.round(10 * alert.standing().probability()));
        };
    }

    @Override
    public String rarity(Alert alert) {
        double once = 1 / alert.surprise();
        return once >= RARELY
                ? "A gap like this is seen less than once in ten thousand."
                : String.format(Locale.ROOT, "A gap like this is seen about once in %,d.", StoryWords.rounded(once));
    }

    @Override
    public String thisMonth(double residual) {
        return String.format("This month's gap is %s.", signed(residual));
    }

    @Override
    public String product(Driver largest) {
        return String.format("%s moved most (%s).", largest.label().en(), signed(largest.contribution()));
    }

    @Override
    public String customers(double volume, double rate) {
        boolean byCustomers = Math.abs(volume) > Math.abs(rate);
        return String.format(
                "It is more about %s (%s).",
                byCustomers ? "the number of customers" : "the amount per customer",
                signed(byCustomers ? volume : rate));
    }

    @Override
    public String absent(Driver absent) {
        return String.format("%s had %s last month.", absent.label().en(), money(-absent.contribution()));
    }

    @Override
    public String common(double common, double own) {
        return Math.abs(common) > Math.abs(own)
                ? String.format(
                        "Market, industry and province account for most of it (%s), the segment itself for %s.",
                        signed(common), signed(own))
                : String.format(
                        "The segment itself accounts for most of it (%s), market, industry and province for %s.",
                        signed(own), signed(common));
    }

    @Override
    public String expectation(double change, Driver reason, boolean sameWay) {
        return String.format(
                sameWay
                        ? "The forecast had already seen %s of %s coming, mainly for %s."
                        : "The forecast had expected %s of %s instead, mainly for %s.",
                change < 0 ? "a decline" : "growth",
                money(Math.abs(change)),
                lower(reason.label().en()));
    }

    private static String lower(String label) {
        boolean acronym = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return acronym ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    private String money(double amount) {
        return money.format(amount, Language.EN);
    }

    private String signed(double amount) {
        return (amount < 0 ? "−" : "+") + money(Math.abs(amount));
    }
}
