package io.segmentradar.core.panel;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.segment.SegmentIndex;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Turns finished cell sums into the columns of a panel: customers, KPIs, ratios, amounts, range sums and means. */
final class PanelAssembly {
    private final PanelLayout layout;
    private final SegmentIndex index;
    private final MonthAxis months;
    private final CellSums sums;
    private final int[] positions;
    private final double[] customers;
    private final Map<String, double[]> amounts = new LinkedHashMap<>();

    /**
     * @param positions where each cell goes in a column: segment row × months + month
     */
    PanelAssembly(PanelLayout layout, SegmentIndex index, MonthAxis months, CellSums sums, int[] positions) {
        this.layout = layout;
        this.index = index;
        this.months = months;
        this.sums = sums;
        this.positions = positions;
        this.customers = new double[index.size() * months.count()];
        for (int cell = 0; cell < positions.length; cell++) {
            customers[positions[cell]] = sums.customers(cell);
        }
        for (int c = 0; c < layout.amounts().size(); c++) {
            amounts.put(layout.amounts().get(c), sumColumn(c));
        }
    }

    /**
     * @param absences further columns, all additive
     */
    SegmentPanel panel(Map<String, double[]> absences) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        for (Kpi kpi : layout.kpis().kpis()) {
            columns.put(kpi.id(), evaluate(kpi.formula()));
        }
        Set<String> notAdditive = new LinkedHashSet<>();
        for (Ratio ratio : layout.kpis().ratios()) {
            columns.put(ratio.id(), quotient(evaluate(ratio.numerator()), evaluate(ratio.denominator())));
            notAdditive.add(ratio.id());
        }
        columns.putAll(amounts);
        for (int r = 0; r < layout.ranges().size(); r++) {
            String name = layout.ranges().get(r);
            columns.put(name, sumColumn(layout.amounts().size() + r));
            columns.put(PanelLayout.mean(name), meanColumn(layout.amounts().size() + r));
            notAdditive.add(PanelLayout.mean(name));
        }
        columns.putAll(absences);
        columns.forEach(this::requireFinite);
        Set<String> additive = new LinkedHashSet<>(columns.keySet());
        additive.removeAll(notAdditive);
        return SegmentPanel.of(index, months, columns, additive);
    }

    private double[] sumColumn(int column) {
        double[] values = new double[customers.length];
        boolean[] delivered = new boolean[months.count()];
        for (int cell = 0; cell < positions.length; cell++) {
            double sum = sums.sum(cell, column);
            values[positions[cell]] = sum;
            delivered[positions[cell] % months.count()] |= !Double.isNaN(sum);
        }
        for (int i = 0; i < values.length; i++) {
            if (customers[i] == 0 && !delivered[i % months.count()]) {
                values[i] = Double.NaN;
            }
        }
        return values;
    }

    private double[] meanColumn(int column) {
        double[] values = new double[customers.length];
        Arrays.fill(values, Double.NaN);
        for (int cell = 0; cell < positions.length; cell++) {
            values[positions[cell]] = sums.mean(cell, column);
        }
        return values;
    }

    /** A missing term adds nothing; the result is missing where every term is. */
    private double[] evaluate(KpiFormula formula) {
        double[] result = new double[customers.length];
        Arrays.fill(result, Double.NaN);
        for (KpiFormula.Term term : formula.terms()) {
            double[] values = amounts.get(term.column());
            for (int i = 0; i < result.length; i++) {
                if (!Double.isNaN(values[i])) {
                    result[i] = (Double.isNaN(result[i]) ? 0 : result[i]) + term.sign() * values[i];
                }
            }
        }
        return result;
    }

    private static double[] quotient(double[] numerator, double[] denominator) {
        double[] result = new double[numerator.length];
        Arrays.setAll(result, i -> denominator[i] == 0 ? Double.NaN : numerator[i] / denominator[i]);
        return result;
    }

    private void requireFinite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new InputRejectedException("Column '" + name + "' of segment '" + index.id(i / months.count())
                        + "' is beyond the range" + " of numbers in " + months.at(i % months.count())
                        + ". Look for absurd amounts there.");
            }
        }
    }
}
