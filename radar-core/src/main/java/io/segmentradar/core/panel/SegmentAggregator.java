package io.segmentradar.core.panel;

import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.panel.linkage.CustomerLinkage;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds a panel from rows in one pass. Amounts and range counts are summed in input order by segment and month, so the
 * same input gives the same bits.
 *
 * <p>A blank cell adds nothing. A month in which every row of a segment leaves a column blank is missing for that
 * column. A month without rows is 0, unless nobody's row has the column in that month: then the column was not
 * delivered and is missing. Means and ratios of a month without rows are missing.
 *
 * <p>If the layout asks for it and the rows tell customers apart, the panel also has the columns of {@link Absences}.
 */
public final class SegmentAggregator implements RecordSource.RecordSink {
    private static final int MONTHS_A_YEAR = 12;
    private static final int MOST_MONTHS_NAMED = 24;

    private final PanelLayout layout;
    private final List<Map<String, Integer>> codes = new ArrayList<>();
    private final List<LongNumbering> prefixes = new ArrayList<>();
    private final List<SegmentKey> segments = new ArrayList<>();
    private final LongNumbering cells = new LongNumbering();
    private final CellSums sums;
    private final Optional<CustomerLinkage> linkage;

    public SegmentAggregator(PanelLayout layout) {
        this.layout = layout;
        this.sums = new CellSums(layout.amounts().size(), layout.ranges().size());
        this.linkage = layout.absenceMonths() == 0
                ? Optional.empty()
                : Optional.of(new CustomerLinkage(layout.amounts(), layout.kpis(), layout.absenceMonths()));
        for (int d = 0; d < layout.dimensions(); d++) {
            codes.add(new HashMap<>());
            prefixes.add(new LongNumbering());
        }
    }

    @Override
    public void accept(RecordSource.RawRecord row) {
        int cell = cells.number(pair(segmentOf(row), row.monthNumber()));
        sums.add(cell, row);
        linkage.ifPresent(all -> all.add(cell, row));
    }

    /** The key is numbered dimension by dimension: a prefix and the next value's code make a longer prefix. */
    private int segmentOf(RecordSource.RawRecord row) {
        int prefix = 0;
        for (int d = 0; d < layout.dimensions(); d++) {
            Map<String, Integer> known = codes.get(d);
            String value = row.key(d);
            Integer code = known.get(value);
            if (code == null) {
                code = known.size();
                known.put(value, code);
            }
            prefix = prefixes.get(d).number(pair(prefix, code));
        }
        if (prefix == segments.size()) {
            String[] values = new String[layout.dimensions()];
            Arrays.setAll(values, row::key);
            segments.add(SegmentKey.of(values));
        }
        return prefix;
    }

    private static long pair(int high, int low) {
        return (long) high << Integer.SIZE | low & 0xFFFFFFFFL;
    }

    /**
     * The panel over all months seen.
     *
     * @throws InputRejectedException if there was no row, if a month between the first and the last has no row at all,
     *     or if a sum is beyond the range of numbers
     */
    public SegmentPanel panel() {
        if (cells.size() == 0) {
            throw new InputRejectedException("The input has no usable row. Look at the rejected rows for the reason.");
        }
        MonthAxis months = contiguousMonths();
        SegmentIndex index = new SegmentIndex(segments);
        int[] rows = new int[segments.size()];
        Arrays.setAll(rows, s -> index.row(segments.get(s).id()).orElseThrow());
        int[] positions = new int[cells.size()];
        int first = (int) cells.key(0);
        for (int cell = 0; cell < positions.length; cell++) {
            first = Math.min(first, (int) cells.key(cell));
        }
        for (int cell = 0; cell < positions.length; cell++) {
            int month = (int) cells.key(cell) - first;
            positions[cell] = rows[(int) (cells.key(cell) >> Integer.SIZE)] * months.count() + month;
        }
        Map<String, double[]> absences = linkage.flatMap(all -> all.link(positions, index.size(), months.count()))
                .map(Absences::byColumn)
                .orElse(Map.of());
        return new PanelAssembly(layout, index, months, sums, positions).panel(absences);
    }

    private MonthAxis contiguousMonths() {
        BitSet seen = new BitSet();
        for (int cell = 0; cell < cells.size(); cell++) {
            seen.set((int) cells.key(cell));
        }
        int first = seen.nextSetBit(0);
        int last = seen.length() - 1;
        BitSet gaps = new BitSet();
        gaps.set(first, last);
        gaps.andNot(seen);
        if (!gaps.isEmpty()) {
            String named = gaps.stream()
                    .limit(MOST_MONTHS_NAMED)
                    .mapToObj(number -> month(number).toString())
                    .collect(Collectors.joining(", "));
            String more = gaps.cardinality() > MOST_MONTHS_NAMED
                    ? " and " + (gaps.cardinality() - MOST_MONTHS_NAMED) + " more"
                    : "";
            throw new InputRejectedException("The input runs from " + month(first) + " to " + month(last)
                    + " but has no row for " + gaps.cardinality() + " month(s) between: " + named + more
                    + ". Deliver the missing months as further --input files, or correct the month of stray rows.");
        }
        return MonthAxis.between(month(first), month(last));
    }

    private static YearMonth month(int number) {
        return YearMonth.of(number / MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1);
    }
}
