package io.segmentradar.nba.rule;

import static io.segmentradar.core.action.catalog.FactUnit.MONEY;
import static io.segmentradar.core.action.catalog.FactUnit.NUMBER;
import static io.segmentradar.core.action.catalog.FactUnit.RATIO;
import static io.segmentradar.core.action.catalog.FactUnit.TEXT;

import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The facts of one KPI; each id begins with the KPI's. */
final class KpiFacts {
    static final String NONE = "NONE";
    private static final Horizon LAST = new Horizon(Horizon.MAX);
    /** Bound of one step and of the whole of the trend score, so that a jump from almost nothing stays one. */
    private static final double STEP_LIMIT = 2;

    private static final double TREND_LIMIT = 1;

    private final Kpi kpi;
    private final List<Fact> facts = new ArrayList<>();

    private KpiFacts(Kpi kpi) {
        this.kpi = kpi;
    }

    static List<Fact> of(Kpi kpi) {
        return new KpiFacts(kpi).all();
    }

    private List<Fact> all() {
        String id = kpi.id();
        add("", MONEY, "이번 달 실적", "this month", s -> s.value(id, 0));
        add("_previous", MONEY, "지난달 실적", "a month ago", s -> s.value(id, 1));
        add("_year_ago", MONEY, "전년 동월 실적", "a year ago", s -> s.value(id, 12));
        add("_mean_6", MONEY, "최근 6개월 평균", "mean of 6 months", s -> mean(s, 6));
        add("_forecast", MONEY, "다음 달 예측", "forecast for next month", s -> s.point(id, Horizon.ONE));
        add("_forecast_3", MONEY, "3개월 후 예측", "forecast in 3 months", s -> s.point(id, LAST));
        add("_lower_3", MONEY, "3개월 후 90% 하한", "lower 90 % bound in 3 months", s -> s.lower90(id, LAST));
        add("_upper_3", MONEY, "3개월 후 90% 상한", "upper 90 % bound in 3 months", s -> s.upper90(id, LAST));
        add("_change", RATIO, "전월 대비", "month on month", s -> relative(s.value(id, 1), s.value(id, 0)));
        add("_growth", RATIO, "다음 달 예측 증감률", "expected change next month", s -> growth(s, Horizon.ONE));
        add("_growth_3", RATIO, "3개월 예측 증감률", "expected change in 3 months", s -> growth(s, LAST));
        add("_trend", NUMBER, "추세 점수", "trend score", this::trend);
        text(
                "_alert",
                "알림 유형",
                "type of alert",
                alertTypes(),
                s -> s.alert(id).map(a -> a.type().name()).orElse(NONE));
        add(
                "_alert_severity",
                NUMBER,
                "알림 심각도(0-4)",
                "alert severity (0-4)",
                s -> severity(s.alert(id).stream().toList()));
        add("_shortfall", MONEY, "예측 대비 미달", "shortfall against the forecast", s -> miss(s, -1));
        add("_excess", MONEY, "예측 대비 초과", "excess over the forecast", s -> miss(s, 1));
        return facts;
    }

    private void add(String suffix, FactUnit unit, String ko, String en, Function<SegmentView, Object> reader) {
        facts.add(new Fact(kpi.id() + suffix, unit, label(ko, en), List.of(), reader));
    }

    private void text(String suffix, String ko, String en, List<String> values, Function<SegmentView, Object> reader) {
        facts.add(new Fact(kpi.id() + suffix, TEXT, label(ko, en), values, reader));
    }

    private Label label(String ko, String en) {
        return new Label(kpi.label().ko() + " " + ko, kpi.label().en() + ", " + en);
    }

    private static List<String> alertTypes() {
        List<String> types = new ArrayList<>(List.of(NONE));
        Arrays.stream(AlertType.values()).map(Enum::name).forEach(types::add);
        return types;
    }

    /** 4 for a critical alert down to 1 for a low one; 0 without an alert. */
    static double severity(List<Alert> worstFirst) {
        return worstFirst.isEmpty()
                ? 0
                : Severity.values().length - worstFirst.get(0).severity().ordinal();
    }

    /** Distance of the actual from the expected on one side, if there is an alert on what has come; else 0. */
    private Double miss(SegmentView s, int side) {
        return s.alerts().stream()
                .filter(alert -> alert.kpi().equals(kpi.id()) && !alert.type().looksAhead())
                .mapToDouble(alert -> Math.max(0, side * alert.residual()))
                .max()
                .orElse(0);
    }

    private Double mean(SegmentView s, int months) {
        double sum = 0;
        for (int k = 0; k < months; k++) {
            Double value = s.value(kpi.id(), k);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum / months;
    }

    private Double growth(SegmentView s, Horizon horizon) {
        return relative(s.value(kpi.id(), 0), s.point(kpi.id(), horizon));
    }

    /** (to − from) / |from|; missing where nothing stood before. */
    private static Double relative(Double from, Double to) {
        return from == null || to == null || from == 0 ? null : (Double) ((to - from) / Math.abs(from));
    }

    /**
     * Mean of the last change, half the change before and one and a half times the change expected next, as in the
     * system this one succeeds; each change within ±2, the mean within ±1.
     */
    private Double trend(SegmentView s) {
        Double last = relative(s.value(kpi.id(), 1), s.value(kpi.id(), 0));
        Double before = relative(s.value(kpi.id(), 2), s.value(kpi.id(), 1));
        Double next = growth(s, Horizon.ONE);
        if (last == null || before == null || next == null) {
            return null;
        }
        double mean =
                (within(last, STEP_LIMIT) + 0.5 * within(before, STEP_LIMIT) + 1.5 * within(next, STEP_LIMIT)) / 3;
        return within(mean, TREND_LIMIT);
    }

    private static double within(double value, double limit) {
        return Math.max(-limit, Math.min(limit, value));
    }
}
