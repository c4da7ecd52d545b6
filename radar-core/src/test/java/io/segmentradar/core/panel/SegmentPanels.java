package io.segmentradar.core.panel;

import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small panels for tests: columns {@code customer_count} and whatever is added; everything additive. */
public final class SegmentPanels {
    private final YearMonth first;
    private final int months;
    private final Map<SegmentKey, Map<String, double[]>> rows = new LinkedHashMap<>();

    private SegmentPanels(YearMonth first, int months) {
        this.first = first;
        this.months = months;
    }

    /** Monthly panels from January 2022 on. */
    public static SegmentPanels monthly(int months) {
        return new SegmentPanels(YearMonth.of(2022, 1), months);
    }

    /** Adds a column of a segment; NaN is missing. Customers default to 10 in every month. */
    public SegmentPanels with(SegmentKey key, String column, double... values) {
        if (values.length != months) {
            throw new IllegalArgumentException(values.length + " values for " + months + " months");
        }
        rows.computeIfAbsent(key, k -> new LinkedHashMap<>()).put(column, values.clone());
        return this;
    }

    public SegmentPanel build() {
        SegmentIndex index = new SegmentIndex(List.copyOf(rows.keySet()));
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] customers = new double[index.size() * months];
        Arrays.fill(customers, 10);
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        rows.forEach((key, values) -> values.forEach((name, series) -> {
            double[] column = columns.computeIfAbsent(name, n -> {
                double[] empty = new double[index.size() * months];
                Arrays.fill(empty, Double.NaN);
                return empty;
            });
            System.arraycopy(series, 0, column, index.row(key.id()).orElseThrow() * months, months);
        }));
        return SegmentPanel.of(
                index, MonthAxis.between(first, first.plusMonths(months - 1)), columns, columns.keySet());
    }
}
