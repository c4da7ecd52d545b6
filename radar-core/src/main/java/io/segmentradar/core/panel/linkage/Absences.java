package io.segmentradar.core.panel.linkage;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Customers who are absent: without a row in a month, but seen in one of the months just before. A panel has them by
 * segment and month as sums, all additive: how many there are, how many came back, what each KPI was when they were last
 * seen, and what it usually is of all who are known. Every figure is what was known at the end of its month.
 */
public final class Absences {
    /** Panel column: customers absent in a month. */
    public static final String ABSENT_COUNT = "absent_count";

    /** Panel column: customers who have a row in a month and were absent in just the one before. */
    public static final String RETURNED_COUNT = "returned_count";

    /** Panel column: customers absent since this month. */
    public static final String LOST_COUNT = "absent:" + SegmentPanel.CUSTOMER_COUNT;

    private static final double EXPLAINED = 0.5;
    private static final String SINCE_NOW = "absent:";
    private static final String LONGER = "absent_longer:";
    private static final String USUAL = "usual:";

    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private final double[] absent;
    private final double[] returned;
    private final double[] lost;
    private final double[][] sinceNow;
    private final double[][] longer;
    private final double[][] usual;

    Absences(KpiCatalog kpis, int cells) {
        columns(kpis).forEach(name -> columns.put(name, new double[cells]));
        this.absent = columns.get(ABSENT_COUNT);
        this.returned = columns.get(RETURNED_COUNT);
        this.lost = columns.get(LOST_COUNT);
        List<String> ids = kpis.ids();
        this.sinceNow = ids.stream().map(id -> columns.get(sinceNow(id))).toArray(double[][]::new);
        this.longer = ids.stream().map(id -> columns.get(longer(id))).toArray(double[][]::new);
        this.usual = ids.stream().map(id -> columns.get(usual(id))).toArray(double[][]::new);
    }

    /** Panel column: what a KPI was, last month, of the customers who are absent since this month. */
    public static String sinceNow(String kpi) {
        return SINCE_NOW + kpi;
    }

    /** Panel column: what a KPI was when they were last seen, of the customers who have been absent for longer. */
    public static String longer(String kpi) {
        return LONGER + kpi;
    }

    /** Panel column: what a KPI usually is of all customers known, absent or not: of each its mean when it was seen. */
    public static String usual(String kpi) {
        return USUAL + kpi;
    }

    /** The columns in the money of a KPI. */
    public static List<String> of(String kpi) {
        return List.of(sinceNow(kpi), longer(kpi), usual(kpi));
    }

    /** Whether money that went with absent customers is half of a fall, or more. */
    public static boolean explain(double money, double residual) {
        return residual < 0 && money >= -EXPLAINED * residual;
    }

    /** Names of all columns. */
    public static List<String> columns(KpiCatalog kpis) {
        List<String> names = new ArrayList<>(List.of(ABSENT_COUNT, LOST_COUNT, RETURNED_COUNT));
        kpis.ids().forEach(kpi -> names.addAll(of(kpi)));
        return names;
    }

    void returned(int cell) {
        returned[cell]++;
    }

    /** Counts an absent customer with the amounts of the row in which it was seen last. */
    void absent(int cell, boolean isForLonger, RowStore rows, KnownCustomer customer) {
        absent[cell]++;
        lost[cell] += isForLonger ? 0 : 1;
        double[][] sums = isForLonger ? longer : sinceNow;
        for (int k = 0; k < sums.length; k++) {
            sums[k][cell] += rows.amount(customer.lastRow(), k);
        }
    }

    /** Adds up what is usual of the customers known in a month. */
    void known(int cell, KnownCustomer customer) {
        for (int k = 0; k < usual.length; k++) {
            usual[k][cell] += customer.usual(k);
        }
    }

    /** Column name to values, segments × months. */
    public Map<String, double[]> byColumn() {
        return columns;
    }
}
