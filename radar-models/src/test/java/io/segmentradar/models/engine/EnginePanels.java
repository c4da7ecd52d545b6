package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.models.growth.GrowthSettings;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Panels for engine tests: noisy levels, one signed KPI, one constant segment. */
final class EnginePanels {
    /** Months at the end that a second seed draws anew. */
    static final int CHANGED_MONTHS = 4;

    static final KpiCatalog KPIS =
            new KpiCatalog(List.of(kpi("balance", KpiKind.BALANCE), kpi("net", KpiKind.SIGNED_FLOW)), List.of());
    static final SegmentHierarchy HIERARCHY =
            SegmentHierarchy.standard(List.of(dimension("industry"), dimension("province")));

    /** Few trees: what holds for any effort is cheap to show with little. */
    static final PanelForecastEngine QUICK =
            new PanelForecastEngine(List.of(), (cells, seed) -> new GrowthSettings(10, 7, 0.3, 0.5, 1, 6_000, seed));

    private EnginePanels() {}

    static Kpi kpi(String id, KpiKind kind) {
        return new Kpi(id, new Label(id, id), kind, new KpiFormula(List.of(new KpiFormula.Term(1, id))));
    }

    private static SegmentDimension dimension(String id) {
        return new SegmentDimension(id, id, new Label(id, id), "none", List.of());
    }

    static ForecastTask task(SegmentPanel panel, int threads) {
        return new ForecastTask(panel, HIERARCHY, KPIS, "korea", List.of(), 42, threads);
    }

    /**
     * @param factor of all amounts
     * @param seed of the last {@link #CHANGED_MONTHS} months; earlier ones are always the same
     */
    static SegmentPanel panel(int segments, int months, double factor, long seed) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            keys.add(SegmentKey.of("i" + s % 10, "p" + s / 10));
        }
        SegmentIndex index = new SegmentIndex(keys);
        double[] customers = new double[segments * months];
        double[] balance = new double[segments * months];
        double[] net = new double[segments * months];
        for (int s = 0; s < segments; s++) {
            int row = index.row(keys.get(s).id()).orElseThrow();
            Random random = new Random(s);
            double level = Math.exp(5 + random.nextGaussian());
            for (int m = 0; m < months; m++) {
                if (m == months - CHANGED_MONTHS) {
                    random = new Random(seed * 1_000_003 + s);
                }
                level *= Math.exp(0.02 * random.nextGaussian());
                int cell = row * months + m;
                customers[cell] = 5 + random.nextInt(5);
                balance[cell] = factor * (s == 0 ? 500 : level * Math.exp(0.2 * random.nextGaussian()));
                net[cell] = factor * level * 0.1 * random.nextGaussian();
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("balance", balance);
        columns.put("net", net);
        return SegmentPanel.of(index, new MonthAxis(YearMonth.of(2022, 1), months), columns, columns.keySet());
    }

    /**
     * A panel with the same histories under the given keys, in their order.
     *
     * @param unknown value in every month of segments that {@code panel} does not have, disturbed a little
     */
    static SegmentPanel with(SegmentPanel panel, List<SegmentKey> keys, double unknown) {
        SegmentIndex index = new SegmentIndex(keys);
        int months = panel.months().count();
        Random random = new Random(11);
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String column : panel.columns()) {
            double[] values = new double[keys.size() * months];
            for (SegmentKey key : keys) {
                int to = index.row(key.id()).orElseThrow() * months;
                var from = panel.index().row(key.id());
                for (int m = 0; m < months; m++) {
                    values[to + m] = from.isPresent()
                            ? panel.column(column).orNaN(from.getAsInt(), m)
                            : unknown * Math.exp(0.2 * random.nextGaussian());
                }
            }
            columns.put(column, values);
        }
        return SegmentPanel.of(index, panel.months(), columns, columns.keySet());
    }
}
