package io.segmentradar.core.panel;

import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a bank knew at the end of a month: one value per segment, month and column. Columnar and immutable; a column is
 * one {@code double[]}, segment-major. Columns are {@link #CUSTOMER_COUNT}, the KPIs and ratios by id, the summed amount
 * columns by their input name.
 *
 * <p>A value is missing before the first month of its segment, after its closing, and where the input left every cell
 * blank; within its life a segment without customers has amounts of 0. What counts as closed is judged as of the
 * panel's last month, so {@link #upTo} shows exactly what was known then.
 */
public final class SegmentPanel {
    public static final String CUSTOMER_COUNT = "customer_count";

    private final SegmentIndex index;
    private final MonthAxis months;
    private final int stride;
    private final Map<String, double[]> data;
    private final Set<String> additive;
    private final int[] first;
    private final int[] last;

    /**
     * @param stride months stored per segment in each array of {@code data}; at least {@code months.count()}
     * @param data column name to values, {@code segments × stride}, NaN where missing; ownership passes to the panel
     * @param additive columns that may be added up over segments (customers and amounts, not ratios and means)
     */
    private SegmentPanel(
            SegmentIndex index, MonthAxis months, int stride, Map<String, double[]> data, Set<String> additive) {
        this.index = index;
        this.months = months;
        this.stride = stride;
        this.data = data;
        this.additive = additive;
        this.first = new int[index.size()];
        this.last = new int[index.size()];
        double[] customers = data.get(CUSTOMER_COUNT);
        for (int s = 0; s < first.length; s++) {
            first[s] = Integer.MAX_VALUE;
            last[s] = -1;
            for (int m = 0; m < months.count(); m++) {
                if (customers[s * stride + m] > 0) {
                    first[s] = Math.min(first[s], m);
                    last[s] = m;
                }
            }
        }
    }

    /**
     * A panel over the given columns; {@code columns} must hold {@link #CUSTOMER_COUNT}.
     *
     * @param columns name to values, {@code segments × months} in segment-major order, NaN where missing; copied
     * @param additive names of the columns that may be added up over segments
     */
    public static SegmentPanel of(
            SegmentIndex index, MonthAxis months, Map<String, double[]> columns, Set<String> additive) {
        if (!columns.containsKey(CUSTOMER_COUNT)) {
            throw new IllegalArgumentException("A panel needs the column " + CUSTOMER_COUNT);
        }
        Map<String, double[]> copy = new LinkedHashMap<>();
        columns.forEach((name, values) -> {
            if (values.length != index.size() * months.count()) {
                throw new IllegalArgumentException("Column '" + name + "' has " + values.length + " values, expected "
                        + index.size() + " segments x " + months.count() + " months");
            }
            copy.put(name, values.clone());
        });
        return new SegmentPanel(
                index, months, months.count(), copy, Collections.unmodifiableSet(new LinkedHashSet<>(additive)));
    }

    public int segments() {
        return index.size();
    }

    public SegmentIndex index() {
        return index;
    }

    public MonthAxis months() {
        return months;
    }

    public List<String> columns() {
        return List.copyOf(data.keySet());
    }

    public boolean has(String column) {
        return data.containsKey(column);
    }

    /**
     * @throws IllegalArgumentException naming the known columns if there is no such column
     */
    public PanelColumn column(String name) {
        double[] values = data.get(name);
        if (values == null) {
            throw new IllegalArgumentException("No column '" + name + "' in the panel; known: " + data.keySet());
        }
        return new PanelColumn(this, values);
    }

    /** True if the segment had customers in some month of this panel. */
    public boolean isBorn(int segment) {
        return last[segment] >= 0;
    }

    /** Position of the first month with customers. */
    public int firstMonth(int segment) {
        requireBorn(segment);
        return first[segment];
    }

    /** Position of the last month with customers. */
    public int lastMonth(int segment) {
        requireBorn(segment);
        return last[segment];
    }

    /** State of a born segment as of the panel's last month. */
    public Lifecycle lifecycle(int segment) {
        requireBorn(segment);
        return Lifecycle.of(first[segment], last[segment], months.count() - 1);
    }

    private void requireBorn(int segment) {
        if (!isBorn(segment)) {
            throw new IllegalArgumentException(
                    "Segment '" + index.id(segment) + "' has no customers up to " + months.last());
        }
    }

    /** The panel as it was known at the end of {@code month}; rows keep their numbers, nothing is copied. */
    public SegmentPanel upTo(YearMonth month) {
        if (!months.contains(month)) {
            throw new IllegalArgumentException(
                    "Month " + month + " is outside the panel's " + months.first() + " to " + months.last());
        }
        int count = months.indexOf(month) + 1;
        return count == months.count()
                ? this
                : new SegmentPanel(index, new MonthAxis(months.first(), count), stride, data, additive);
    }

    /**
     * The panel {@link #upTo} a month that somebody asked for.
     *
     * @throws InputRejectedException naming the months there are if it is none of them
     */
    public SegmentPanel asOf(YearMonth month) {
        if (!months.contains(month)) {
            throw new InputRejectedException("The as-of month " + month + " is not in the input, which covers "
                    + months.first() + " to " + months.last() + ". Choose a month within.");
        }
        return upTo(month);
    }

    /**
     * A panel whose last month differs: each value times a factor.
     *
     * @param factors column to one factor a segment; other columns stay
     */
    public SegmentPanel withLastMonth(Map<String, double[]> factors) {
        Map<String, double[]> changed = new LinkedHashMap<>(data);
        factors.forEach((name, own) -> {
            double[] values = data.get(name).clone();
            for (int s = 0; s < own.length; s++) {
                values[s * stride + months.count() - 1] *= own[s];
            }
            changed.put(name, values);
        });
        return new SegmentPanel(index, months, stride, changed, additive);
    }

    /** Row of the level's node for each segment, in the node panel's numbering. */
    public int[] nodeRows(SegmentLevel level, SegmentIndex nodes) {
        int[] rows = new int[segments()];
        for (int s = 0; s < rows.length; s++) {
            rows[s] = nodes.row(level.nodeOf(index.key(s)).id()).orElseThrow();
        }
        return rows;
    }

    /** The panel of a level's nodes: additive columns summed over their segments; other columns are left out. */
    public SegmentPanel rollUp(SegmentLevel level) {
        Set<SegmentKey> keys = new LinkedHashSet<>();
        for (int s = 0; s < segments(); s++) {
            keys.add(level.nodeOf(index.key(s)));
        }
        SegmentIndex nodes = new SegmentIndex(new ArrayList<>(keys));
        int[] rows = nodeRows(level, nodes);
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (String name : additive) {
            sums.put(name, sum(column(name), rows, nodes.size()));
        }
        return new SegmentPanel(nodes, months, months.count(), sums, additive);
    }

    private double[] sum(PanelColumn column, int[] rows, int nodes) {
        int n = months.count();
        double[] sum = new double[nodes * n];
        Arrays.fill(sum, Double.NaN);
        for (int s = 0; s < rows.length; s++) {
            for (int m = 0; m < n; m++) {
                double value = column.orNaN(s, m);
                if (!Double.isNaN(value)) {
                    int cell = rows[s] * n + m;
                    sum[cell] = Double.isNaN(sum[cell]) ? value : sum[cell] + value;
                }
            }
        }
        return sum;
    }

    double recorded(double[] values, int segment, int month) {
        return values[segment * stride + month];
    }

    /** Where a cell is stored, or −1 if the segment does not live in that month as far as this panel knows. */
    int cell(int segment, int month) {
        if (month < 0 || month >= months.count()) {
            throw new IndexOutOfBoundsException(
                    "Month " + month + " is outside 0.." + (months.count() - 1) + " (up to " + months.last() + ")");
        }
        boolean unborn = last[segment] < 0 || month < first[segment];
        boolean closed = month > last[segment] && months.count() - 1 - last[segment] >= Lifecycle.CLOSED_AFTER_MONTHS;
        return unborn || closed ? -1 : segment * stride + month;
    }
}
