package io.segmentradar.core.driver;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.KoreanParticle;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.Locale;

/** Korean sentences with the right particles. */
final class KoreanStory implements StoryWords {
    private static final double RARELY = 10_000;

    private final KpiCatalog kpis;
    private final SegmentHierarchy hierarchy;
    private final MoneyFormat money;

    KoreanStory(KpiCatalog kpis, SegmentHierarchy hierarchy, MoneyFormat money) {
        this.kpis = kpis;
        this.hierarchy = hierarchy;
        this.money = money;
    }

    @Override
    public String event(Alert alert) {
        String segment = hierarchy.nameOf(alert.segment().key(), Language.KO);
        String kpi = kpis.kpi(alert.kpi()).label().ko();
        String actual = money(alert.actual());
        String expected = money(alert.expected());
        String gap = money(Math.abs(alert.residual()));
        String direction = alert.residual() < 0 ? "적은" : "많은";
        String compared = String.format(
                "%s의 %s 예측 %s보다 %s %s %s입니다.",
                segment, KoreanParticle.TOPIC.attachedTo(kpi), expected, gap, direction, actual);
        return switch (alert.type()) {
            case DROP, SPIKE -> compared;
            case LEVEL_SHIFT ->
                compared
                        + String.format(
                                " %d월부터 %d개월째 이 수준이 이어지고 있습니다.",
                                alert.standing().firstSeen().getMonthValue(), alert.ageMonths() + 1);
            case DORMANCY ->
                String.format(
                        "%s의 거래가 멈췄습니다. 예측 %s이던 %s 없어졌습니다.", segment, expected, KoreanParticle.SUBJECT.attachedTo(kpi));
            case INFLECTION ->
                String.format(
                        "%s의 %s 추세가 바뀌었습니다. 최근 넉 달 동안 예측과 같은 쪽으로 벌어진 차이가 %s입니다.", segment, kpi, money(alert.impact()));
            case FORECAST_DROP, FORECAST_RISE ->
                String.format(
                        "%s의 %s 3개월 뒤 %s에서 %s 수준으로 %s 가능성이 10번 중 %d번입니다.",
                        segment,
                        KoreanParticle.SUBJECT.attachedTo(kpi),
                        actual,
                        expected,
                        alert.expected() < alert.actual() ? "줄어들" : "늘어날",
                        Math.round(10 * alert.standing().probability()));
        };
    }

    @Override
    public String rarity(Alert alert) {
        double once = 1 / alert.surprise();
        return once >= RARELY
                ? "이만한 차이는 만 번에 한 번도 나오지 않습니다."
                : String.format(Locale.ROOT, "이만한 차이는 약 %,d번에 한 번 나타납니다.", StoryWords.rounded(once));
    }

    @Override
    public String thisMonth(double residual) {
        return String.format("이번 달 차이는 %s입니다.", signed(residual));
    }

    @Override
    public String product(Driver largest) {
        return String.format("가장 크게 움직인 것은 %s(%s)입니다.", largest.label().ko(), signed(largest.contribution()));
    }

    @Override
    public String customers(double volume, double rate) {
        boolean byCustomers = Math.abs(volume) > Math.abs(rate);
        return String.format(
                "%s 효과가 %s으로 더 큽니다.", byCustomers ? "고객 수" : "고객당 금액", signed(byCustomers ? volume : rate));
    }

    @Override
    public String absent(Driver absent) {
        return String.format("%s의 지난달 금액이 %s입니다.", absent.label().ko(), money(-absent.contribution()));
    }

    @Override
    public String common(double common, double own) {
        return Math.abs(common) > Math.abs(own)
                ? String.format("주로 시장·업종·지역 공통 요인(%s)이며 자체 요인은 %s입니다.", signed(common), signed(own))
                : String.format("주로 자체 요인(%s)이며 시장·업종·지역 공통 요인은 %s입니다.", signed(own), signed(common));
    }

    @Override
    public String expectation(double change, Driver reason, boolean sameWay) {
        return String.format(
                "예측은 %s %s 근거로 지난달보다 %s %s를 내다보았습니다.",
                sameWay ? "이미" : "오히려",
                KoreanParticle.OBJECT.attachedTo(reason.label().ko()),
                money(Math.abs(change)),
                change < 0 ? "감소" : "증가");
    }

    private String money(double amount) {
        return money.format(amount, Language.KO);
    }

    private String signed(double amount) {
        return (amount < 0 ? "▼ " : "▲ ") + money(Math.abs(amount));
    }
}
