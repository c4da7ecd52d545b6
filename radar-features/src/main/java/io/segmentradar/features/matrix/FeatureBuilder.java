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

    private static final int YEAR = 12;
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
        new HistoryInputs(block, space).addTo(builder);
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

    /** Whether an input that depends on the shape of the data is wanted: as models trained before have it, if any. */
    boolean has(String id, boolean otherwise) {
        return known.map(schema -> schema.features().contains(id)).orElse(otherwise);
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
