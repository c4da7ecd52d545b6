package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.Quantiles;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.SegmentPanels;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Small banks whose forecasts are the mean of the three months before: 24 months, industry × province segments. */
public final class AlertScenes {
    public static final int MONTHS = 24;
    public static final int INDUSTRIES = 10;
    public static final int PROVINCES = 8;
    public static final Kpi DEPOSITS = new Kpi(
            "deposits",
            new Label("예금", "Deposits"),
            KpiKind.BALANCE,
            new KpiFormula(List.of(new Term(1, "demand"), new Term(1, "term"))));
    public static final Kpi INFLOW = new Kpi(
            "net_inflow",
            new Label("순유입", "Net inflow"),
            KpiKind.SIGNED_FLOW,
            new KpiFormula(List.of(new Term(1, "in"), new Term(-1, "out"))));

    private AlertScenes() {}

    public static SegmentKey key(int industry, int province) {
        return SegmentKey.of("industry" + industry, "province" + province);
    }

    /** Changes what a segment's deposits would have been. */
    @FunctionalInterface
    public interface Event {
        double apply(int industry, int province, int month, double value);
    }

    /** Deposits around 1,000 to 5,000 with noise of {@code noise}, and net inflow around 0. */
    public static SegmentPanel panel(long seed, double noise, Event event) {
        Random random = new Random(seed);
        SegmentPanels panels = SegmentPanels.monthly(MONTHS);
        for (int i = 0; i < INDUSTRIES; i++) {
            for (int p = 0; p < PROVINCES; p++) {
                double[] demand = new double[MONTHS];
                double[] term = new double[MONTHS];
                double[] in = new double[MONTHS];
                double[] out = new double[MONTHS];
                double level = 1000 * (1 + random.nextInt(5));
                for (int m = 0; m < MONTHS; m++) {
                    double share = 0.5 + 0.1 * random.nextDouble();
                    double total = event.apply(i, p, m, level * Math.exp(noise * random.nextGaussian()));
                    demand[m] = total * share;
                    term[m] = total - demand[m];
                    in[m] = level * (0.3 + 0.05 * random.nextGaussian());
                    out[m] = level * (0.3 + 0.05 * random.nextGaussian());
                }
                SegmentKey key = key(i, p);
                panels.with(key, SegmentPanel.CUSTOMER_COUNT, customers(i, p, event));
                panels.with(key, "demand", demand).with(key, "term", term);
                panels.with(key, "in", in).with(key, "out", out);
                panels.with(key, "deposits", sum(demand, term, 1)).with(key, "net_inflow", sum(in, out, -1));
            }
        }
        return panels.build();
    }

    /** Ten customers, and in the last month as many as the event leaves of them: none only where nothing is left. */
    private static double[] customers(int industry, int province, Event event) {
        double[] customers = new double[MONTHS];
        Arrays.fill(customers, 10);
        double share = event.apply(industry, province, MONTHS - 1, 1000) / 1000;
        customers[MONTHS - 1] = share == 0 ? 0 : Math.max(1, Math.rint(10 * Math.min(3, share)));
        return customers;
    }

    private static double[] sum(double[] a, double[] b, int sign) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] + sign * b[i]).toArray();
    }

    public static SegmentHierarchy hierarchy() {
        return SegmentHierarchy.standard(List.of(
                new SegmentDimension("industry", "industry", new Label("업종", "Industry"), "미상", List.of()),
                new SegmentDimension("province", "province", new Label("지역", "Province"), "미상", List.of())));
    }

    public static AlertContext context(SegmentPanel panel, AlertPolicy policy) {
        KpiCatalog kpis = new KpiCatalog(List.of(DEPOSITS, INFLOW), List.of());
        return new AlertContext(panel, hierarchy(), kpis, past(panel), published(panel), policy);
    }

    /** The same bank with turnover in the place of deposits, under a business calendar. */
    public static AlertContext turnover(SegmentPanel panel, AlertPolicy policy, String calendar) {
        Kpi turnover = new Kpi(DEPOSITS.id(), DEPOSITS.label(), KpiKind.FLOW, DEPOSITS.formula());
        KpiCatalog kpis = new KpiCatalog(List.of(turnover, INFLOW), List.of());
        return new AlertContext(
                panel, hierarchy(), kpis, past(panel), new ForecastSet(List.of()), policy, Map.of(), calendar);
    }

    public static AlertPolicy policy() {
        return new AlertPolicy(Map.of("deposits", 10.0, "net_inflow", 10.0), 0.05).with(new AlertSelection.Budget(50));
    }

    private static ForecastSet past(SegmentPanel panel) {
        List<ForecastTable> tables = new ArrayList<>();
        for (SegmentLevel level : hierarchy().levels()) {
            SegmentPanel nodes = panel.rollUp(level);
            for (Kpi kpi : List.of(DEPOSITS, INFLOW)) {
                for (int origin = 2; origin < panel.months().count() - 1; origin++) {
                    for (Horizon horizon : Horizon.ALL) {
                        tables.add(table(level, nodes, kpi.id(), origin, horizon));
                    }
                }
            }
        }
        return new ForecastSet(tables);
    }

    private static ForecastSet published(SegmentPanel panel) {
        int last = panel.months().count() - 1;
        return new ForecastSet(hierarchy().levels().stream()
                .map(level -> table(level, panel.rollUp(level), DEPOSITS.id(), last, new Horizon(Horizon.MAX)))
                .toList());
    }

    private static ForecastTable table(
            SegmentLevel level, SegmentPanel nodes, String kpi, int origin, Horizon horizon) {
        int n = nodes.segments();
        double[] point = new double[n];
        double[] scale = new double[n];
        String[] model = new String[n];
        for (int node = 0; node < n; node++) {
            for (int back = 1; back <= 3; back++) {
                point[node] += nodes.column(kpi).orNaN(node, origin + 1 - back) / 3;
            }
            scale[node] = 1 + Math.abs(point[node]) / 10;
        }
        double[] quantiles = Quantiles.even(point, scale, 4);
        Arrays.fill(model, "mean_3");
        return new ForecastTable(
                level.id(), nodes.index(), kpi, nodes.months().at(origin), horizon, point, scale, quantiles, model);
    }
}
