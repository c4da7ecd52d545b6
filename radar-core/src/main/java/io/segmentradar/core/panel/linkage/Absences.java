package io.segmentradar.core.panel.linkage;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Customers who are absent: without a row in a month, but seen in one of the months just before. A panel has them by
 * segment and month as sums, all additive: how many there are, how many came back, and what each KPI was when they were
 * last seen. Every figure is what was known at the end of its month.
 */
public final class Absences {
    /** Panel column: customers absent in a month. */
    public static final String ABSENT_COUNT = "absent_count";

    /** Panel column: customers who have a row in a month and were absent the month before. */
    public static final String RETURNED_COUNT = "returned_count";

    private static final String SINCE_NOW = "absent:";
    private static final String LONGER = "absent_longer:";

    private final KpiCatalog kpis;
    private final double[] absent;
    private final double[] returned;
    private final double[][] sinceNow;
    private final double[][] longer;

    Absences(KpiCatalog kpis, int cells) {
        this.kpis = kpis;
        this.absent = new double[cells];
        this.returned = new double[cells];
        this.sinceNow = new double[kpis.kpis().size()][cells];
        this.longer = new double[kpis.kpis().size()][cells];
    }

    /** Panel column: what a KPI was, last month, of the customers who are absent since this month. */
    public static String sinceNow(String kpi) {
        return SINCE_NOW + kpi;
    }

    /** Panel column: what a KPI was when they were last seen, of the customers who have been absent for longer. */
    public static String longer(String kpi) {
        return LONGER + kpi;
    }

    /** Names of all columns. */
    public static List<String> columns(KpiCatalog kpis) {
        List<String> names = new ArrayList<>(List.of(ABSENT_COUNT, RETURNED_COUNT));
        for (Kpi kpi : kpis.kpis()) {
            names.add(sinceNow(kpi.id()));
            names.add(longer(kpi.id()));
        }
        return names;
    }

    void returned(int cell) {
        returned[cell]++;
    }

    /** Counts an absent customer with the amounts of the row in which it was seen last. */
    void absent(int cell, boolean isSinceNow, RowStore rows, int row) {
        absent[cell]++;
        double[][] sums = isSinceNow ? sinceNow : longer;
        for (int k = 0; k < sums.length; k++) {
            sums[k][cell] += rows.amount(row, k);
        }
    }

    /** Column name to values, segments × months. */
    public Map<String, double[]> byColumn() {
        Map<String, double[]> all = new LinkedHashMap<>();
        all.put(ABSENT_COUNT, absent);
        all.put(RETURNED_COUNT, returned);
        for (int k = 0; k < sinceNow.length; k++) {
            String kpi = kpis.kpis().get(k).id();
            all.put(sinceNow(kpi), sinceNow[k]);
            all.put(longer(kpi), longer[k]);
        }
        return all;
    }
}
