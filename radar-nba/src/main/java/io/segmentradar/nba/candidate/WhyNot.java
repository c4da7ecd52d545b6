package io.segmentradar.nba.candidate;

import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.Locale;

/** Sentences that say why an action is not proposed or not planned. */
public final class WhyNot {
    private WhyNot() {}

    static Label worth(ActionWorth worth, MoneyFormat money) {
        double gain = worth.value() + worth.cost();
        // Rounded down: 99.7 % of the cost is not all of it.
        long share = Math.max(0, (long) Math.floor(100 * gain / worth.cost()));
        return new Label(
                "기대 이익 " + money.format(gain, Language.KO) + "이 비용 " + money.format(worth.cost(), Language.KO)
                        + "에 못 미침(" + share + "%)",
                "expected gain " + money.format(gain, Language.EN) + " is " + share + " % of its cost "
                        + money.format(worth.cost(), Language.EN));
    }

    static Label excluded() {
        return new Label("접촉 제외 목록에 있는 세그먼트", "the segment is on the exclusion list");
    }

    static Label noConsent() {
        return new Label("연락 동의가 없음", "no consent to be contacted");
    }

    static Label coolDown(YearMonth last, int months) {
        return new Label(
                last + "에 같은 액션을 실행함 (재접촉 제한 " + months + "개월)",
                "the same action was taken in " + last + " (cool-down of " + months + " months)");
    }

    static Label declined(YearMonth last, int months) {
        return new Label(
                last + "에 고객이 거절함 (재제안 제한 " + months + "개월)",
                "the customer declined in " + last + " (no repeat within " + months + " months)");
    }

    /** For a segment with a serious alert and nothing to propose. */
    static Label nothingApplies(int types, int ineligible) {
        return new Label(
                "조건에 맞는 액션이 없음: 유형 " + types + "개 중 자격 미달 " + ineligible + "개, 조건 미해당 " + (types - ineligible) + "개",
                "no action applies: of " + types + " types, " + ineligible + " not eligible and " + (types - ineligible)
                        + " not called for by the figures");
    }

    public static Label segmentFull(int most) {
        return new Label(
                "같은 세그먼트에 더 가치 있는 액션이 배정됨 (월 최대 " + most + "건)",
                "better actions fill the segment's month (at most " + most + ")");
    }

    public static Label categoryOfSegmentFull(int most) {
        return new Label(
                "같은 분류의 액션이 이미 배정됨 (세그먼트당 분류별 최대 " + most + "건)",
                "better actions of the category fill the segment's month (at most " + most + ")");
    }

    /**
     * Hours of a role in an area are used up.
     *
     * @param area {@link SegmentKey#ANY} where hours are not given by area
     */
    public static Label hours(Label owner, String area, double hours) {
        String figure = String.format(Locale.ROOT, "%,.0f", hours);
        boolean everywhere = area.equals(SegmentKey.ANY);
        return new Label(
                (everywhere ? "" : area + " ") + owner.ko() + " 가용 시간(월 " + figure + "시간)이 더 가치 있는 액션에 배정됨",
                "better actions use up the " + figure + " hours of " + owner.en() + (everywhere ? "" : " in " + area));
    }

    public static Label category(Label category, int most) {
        return new Label(
                category.ko() + " 분류의 월 최대 " + most + "건이 채워짐",
                "the month's " + most + " actions of " + category.en() + " are filled");
    }

    public static Label typeShare(double share) {
        return new Label(
                String.format(Locale.ROOT, "한 유형은 전체 계획의 %.0f%%까지만 배정함", 100 * share),
                String.format(Locale.ROOT, "one type may fill %.0f %% of the plan at most", 100 * share));
    }

    public static Label diversity(String group, double share) {
        return new Label(
                String.format(Locale.ROOT, "%s: 전체 계획의 %.0f%%까지만 배정함", group, 100 * share),
                String.format(Locale.ROOT, "%s may fill %.0f %% of the plan at most", group, 100 * share));
    }

    /** There is room, but the plan as a whole is better without it. */
    public static Label outweighed() {
        return new Label("전체 계획의 기대 가치를 높이는 다른 액션이 선택됨", "the plan as a whole is better without it");
    }
}
