package io.segmentradar.features.matrix;

import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.calendar.CalendarMonth;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds the {@link FeatureMatrix} of one KPI in one {@link GrowthSpace}. Histories enter relative to the value at the
 * origin and divided by the space's scale, so that trees learn growth and never a level that they cannot extrapolate.
 * Inputs that look at the target month, such as its business days, are there for each horizon: one matrix serves all.
 */
public final class FeatureBuilder {
    /** Input that all models have whose panel tells who is absent. */
    public static final String ABSENT_SHARE = "absent_share";

    private static final int[] LAGS = {1, 2, 3, 4, 5, 6, 9, 12};
    private static final int[] MEANS = {2, 3, 6, 12};
    private static final int YEAR = 12;
    private static final int LONG_HISTORY = 4 * YEAR;
    private static final int MAX_KEY_VALUES = 250;
    private static final int OLD_AGE = 12;

    private final SeriesBlock block;
    private final Kpi kpi;
    private final GrowthSpace space;
    private final double[] z;
    private final int months;
    private final List<Feature> features = new ArrayList<>();
    private final List<float[]> columns = new ArrayList<>();
    private final Map<String, List<String>> categories = new LinkedHashMap<>();
    private final Optional<FeatureSchema> known;

    private FeatureBuilder(SeriesBlock block, Kpi kpi, GrowthSpace space, Optional<FeatureSchema> known) {
        this.known = known;
        this.block = block;
        this.kpi = kpi;
        this.space = space;
        this.z = space.z();
        this.months = block.months().count();
    }

    /**
     * @param covariates used from the month in which they were published
     */
    public static FeatureMatrix build(
            SeriesBlock block,
            KpiCatalog kpis,
            Kpi kpi,
            GrowthSpace space,
            Holidays calendar,
            List<MonthlySeries> covariates) {
        return build(block, kpis, kpi, space, calendar, covariates, Optional.empty());
    }

    /**
     * @param known schema of models trained before: names get the codes that those models know, and inputs that come and
     *     go with the shape of the data are there if those models have them
     */
    public static FeatureMatrix build(
            SeriesBlock block,
            KpiCatalog kpis,
            Kpi kpi,
            GrowthSpace space,
            Holidays calendar,
            List<MonthlySeries> covariates,
            Optional<FeatureSchema> known) {
        FeatureBuilder builder = new FeatureBuilder(block, kpi, space, known);
        builder.momentum();
        builder.seasonality();
        builder.stability();
        builder.calendar(calendar);
        builder.customers();
        if (block.hasAbsences() && builder.has(ABSENT_SHARE, true)) {
            new AbsenceInputs(block, kpi, space).addTo(builder);
        }
        builder.related(kpis);
        builder.profile();
        covariates.forEach(builder::covariate);
        return new FeatureMatrix(builder.features, builder.columns, builder.categories);
    }

    /** A function of one known cell; {@code cell} = node × months + month. */
    interface Input {
        double at(int cell, int month);
    }

    void add(String id, FeatureGroup group, String ko, String en, Input input) {
        float[] column = new float[z.length];
        for (int cell = 0; cell < z.length; cell++) {
            column[cell] = Double.isNaN(z[cell]) ? Float.NaN : (float) input.at(cell, cell % months);
        }
        features.add(new Feature(id, group, new Label(ko, en)));
        columns.add(column);
    }

    double relative(double value, int cell) {
        return (value - z[cell]) / space.scale(cell);
    }

    private void momentum() {
        for (int lag : LAGS) {
            add(
                    "lag_" + lag,
                    FeatureGroup.MOMENTUM,
                    lag + "개월 전 수준",
                    "value " + lag + " month(s) before",
                    (c, m) -> m < lag ? Double.NaN : relative(z[c - lag], c));
        }
        for (int width : MEANS) {
            add(
                    "mean_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 평균",
                    "mean of " + width + " months",
                    (c, m) -> relative(Window.mean(z, c, m, width), c));
        }
        for (int width : new int[] {6, 12}) {
            add(
                    "median_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 중앙값",
                    "median of " + width + " months",
                    (c, m) -> relative(Window.median(z, c, m, width), c));
            add(
                    "slope_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 기울기",
                    "slope of " + width + " months",
                    (c, m) -> Window.slope(z, c, m, width) / space.scale(c));
        }
        add(
                "least_12",
                FeatureGroup.MOMENTUM,
                "최근 12개월 최저",
                "lowest of 12 months",
                (c, m) -> relative(Window.least(z, c, m, 12), c));
        add(
                "greatest_12",
                FeatureGroup.MOMENTUM,
                "최근 12개월 최고",
                "highest of 12 months",
                (c, m) -> relative(Window.greatest(z, c, m, 12), c));
    }

    private void seasonality() {
        add(
                "month",
                FeatureGroup.SEASONALITY,
                "월",
                "month of the year",
                (c, m) -> block.months().at(m).getMonthValue());
        for (Horizon horizon : Horizon.ALL) {
            int h = horizon.months();
            add(
                    "step_" + h,
                    FeatureGroup.SEASONALITY,
                    "작년 같은 시기의 변화(" + h + "개월)",
                    "last year's step over " + h + " month(s)",
                    (c, m) -> m < YEAR ? Double.NaN : (z[c - YEAR + h] - z[c - YEAR]) / space.scale(c));
            if (has("steps_" + h, months >= LONG_HISTORY)) {
                add(
                        "steps_" + h,
                        FeatureGroup.SEASONALITY,
                        "예년 같은 시기의 평균 변화(" + h + "개월)",
                        "usual step of this season over " + h + " month(s)",
                        (c, m) -> usualStep(c, m, h) / space.scale(c));
            }
        }
    }

    /** Whether an input that depends on the shape of the data is wanted: as models trained before have it, if any. */
    private boolean has(String id, boolean otherwise) {
        return known.map(schema -> schema.features().contains(id)).orElse(otherwise);
    }

    private double usualStep(int cell, int month, int h) {
        double sum = 0;
        int n = 0;
        for (int back = YEAR; back <= 4 * YEAR && back <= month; back += YEAR) {
            double step = z[cell - back + h] - z[cell - back];
            if (!Double.isNaN(step)) {
                sum += step;
                n++;
            }
        }
        return n < 2 ? Double.NaN : sum / n;
    }

    private void stability() {
        for (int width : new int[] {6, 12}) {
            add(
                    "deviation_" + width,
                    FeatureGroup.STABILITY,
                    "최근 " + width + "개월 변동폭",
                    "spread of " + width + " months",
                    (c, m) -> Window.deviation(z, c, m, width) / space.scale(c));
        }
        add(
                "roughness",
                FeatureGroup.STABILITY,
                "월간 변동 크기",
                "usual monthly change",
                (c, m) -> Window.roughness(z, c, m, YEAR) / space.scale(c));
        add(
                "zero_share",
                FeatureGroup.STABILITY,
                "거래 없는 달의 비율",
                "share of idle months",
                (c, m) -> Window.zeroShare(z, c, m, YEAR));
        add(
                "size",
                FeatureGroup.PROFILE,
                "현재 규모",
                "present size",
                (c, m) -> space.isLog() ? z[c] : z[c] / space.scale(c));
    }

    private void calendar(Holidays calendar) {
        CalendarMonth[] known = new CalendarMonth[months + Horizon.MAX];
        for (int m = 0; m < known.length; m++) {
            known[m] = CalendarMonth.of(block.months().at(m), calendar);
        }
        for (Horizon horizon : Horizon.ALL) {
            int h = horizon.months();
            add(
                    "business_days_" + h,
                    FeatureGroup.CALENDAR,
                    "영업일 수 차이(" + h + "개월 후)",
                    "change of business days in " + h + " month(s)",
                    (c, m) -> known[m + h].businessDays() - known[m].businessDays());
            add(
                    "festival_days_" + h,
                    FeatureGroup.CALENDAR,
                    "설·추석 연휴 및 직전 기간(" + h + "개월 후)",
                    "Seollal and Chuseok in " + h + " month(s)",
                    (c, m) -> festival(known[m + h]) - festival(known[m]));
        }
    }

    private static double festival(CalendarMonth month) {
        return month.seollalDays() + month.chuseokDays() + month.daysBeforeSeollal() + month.daysBeforeChuseok();
    }

    private void customers() {
        double[] count = block.values(SegmentPanel.CUSTOMER_COUNT);
        double[] log = new double[count.length];
        for (int i = 0; i < log.length; i++) {
            log[i] = Math.log1p(count[i]);
        }
        add("customers", FeatureGroup.CUSTOMERS, "고객 수", "customers", (c, m) -> log[c]);
        add(
                "customers_change",
                FeatureGroup.CUSTOMERS,
                "고객 수 전월 대비",
                "customers, month on month",
                (c, m) -> m < 1 ? Double.NaN : log[c] - log[c - 1]);
        for (int width : new int[] {3, 12}) {
            add(
                    "customers_mean_" + width,
                    FeatureGroup.CUSTOMERS,
                    "최근 " + width + "개월 평균 고객 수",
                    "customers against their mean of " + width + " months",
                    (c, m) -> Window.mean(log, c, m, width) - log[c]);
        }
    }

    private void related(KpiCatalog kpis) {
        for (Kpi other : kpis.kpis()) {
            if (!other.id().equals(kpi.id())) {
                double[] values = block.values(other.id());
                add(
                        "related_" + other.id(),
                        FeatureGroup.RELATED,
                        other.label().ko() + " 최근 움직임",
                        "recent movement of " + other.label().en(),
                        (c, m) -> movement(values, c, m));
            }
        }
    }

    /** Present value against the mean of the quarter, as a share of the year's mean size; free of the unit. */
    private static double movement(double[] values, int cell, int month) {
        double quarter = Window.mean(values, cell, month, 3);
        double size = 0;
        for (int k = 0; k < YEAR && k <= month; k++) {
            double value = Math.abs(values[cell - k]);
            size = value > size ? value : size;
        }
        return size == 0 ? 0 : (quarter - values[cell]) / size;
    }

    private void profile() {
        add("age", FeatureGroup.PROFILE, "관측 기간", "months known", (c, m) -> {
            int age = 0;
            while (age < OLD_AGE && age < m && !Double.isNaN(z[c - age - 1])) {
                age++;
            }
            return age;
        });
        int[] members = new int[block.nodes()];
        for (int node = 0; node < members.length; node++) {
            members[node] = block.members(node);
        }
        add("breadth", FeatureGroup.PROFILE, "포함 세그먼트 수", "segments within", (c, m) -> Math.log(members[c / months]));
        int dimensions = block.nodes() == 0 ? 0 : block.key(0).values().size();
        for (int d = 0; d < dimensions; d++) {
            key(d);
        }
    }

    private void key(int dimension) {
        Map<String, Integer> codes = new TreeMap<>();
        for (int node = 0; node < block.nodes(); node++) {
            codes.put(block.key(node).value(dimension), 0);
        }
        codes.remove(SegmentKey.ANY);
        String id = "key_" + dimension;
        if (!has(id, codes.size() <= MAX_KEY_VALUES && codes.size() * 4 <= block.nodes())) {
            return;
        }
        List<String> names = known.map(schema -> schema.categories().getOrDefault(id, List.of()))
                .filter(list -> list.stream().anyMatch(codes::containsKey))
                .orElse(List.copyOf(codes.keySet()));
        categories.put(id, names);
        codes.clear();
        for (String name : names) {
            codes.put(name, codes.size());
        }
        float[] code = new float[block.nodes()];
        for (int node = 0; node < code.length; node++) {
            Integer value = codes.get(block.key(node).value(dimension));
            code[node] = value == null ? Float.NaN : value;
        }
        add(
                id,
                FeatureGroup.PROFILE,
                "세그먼트 구분 " + (dimension + 1),
                "segment key " + (dimension + 1),
                (c, m) -> code[c / months]);
    }

    private void covariate(MonthlySeries series) {
        double[] change = new double[months];
        for (int m = 0; m < months; m++) {
            YearMonth origin = block.months().at(m);
            var now = series.knownAt(origin);
            var before = series.knownAt(origin.minusMonths(3));
            boolean known = now.isPresent() && before.isPresent() && before.getAsDouble() != 0;
            change[m] = known ? now.getAsDouble() / before.getAsDouble() - 1 : Double.NaN;
        }
        add(
                FeatureSchema.COVARIATE + series.id(),
                FeatureGroup.ECONOMY,
                series.label().ko() + " 3개월 변화",
                series.label().en() + ", change over 3 months",
                (c, m) -> change[m]);
    }
}
