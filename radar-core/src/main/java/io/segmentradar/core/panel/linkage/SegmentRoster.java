package io.segmentradar.core.panel.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The customers of one segment, month by month: who is there, who is absent and not yet forgotten. A month is linked to
 * what was known before it and never changed afterwards.
 */
final class SegmentRoster {
    private final RowStore store;
    private final RowsByCell rows;
    private final int memory;
    private final List<Optional<LinkWeights>> weights;
    private Optional<MonthMatcher> matcher = Optional.empty();
    private int[] lastRow = new int[0];
    private int[] lastMonth = new int[0];

    /**
     * @param weights for each month, as far as they could be learned by then
     * @param memory months without a row after which a customer is forgotten
     */
    SegmentRoster(RowStore store, RowsByCell rows, List<Optional<LinkWeights>> weights, int memory) {
        this.store = store;
        this.rows = rows;
        this.memory = memory;
        this.weights = weights;
    }

    void walk(int segment, Absences absences) {
        for (int month = 0; month < rows.months(); month++) {
            if (month == 0 || weights.get(month) != weights.get(month - 1)) {
                matcher = weights.get(month).map(MonthMatcher::new);
            }
            if (lastRow.length > 0 || rows.count(segment, month) > 0) {
                step(segment, month, absences);
            }
        }
    }

    private void step(int segment, int month, Absences absences) {
        int cell = segment * rows.months() + month;
        int present = rows.count(segment, month);
        boolean[] seen = new boolean[lastRow.length];
        if (present > 0 && seen.length > 0 && matcher.isPresent()) {
            for (int customer : matcher.get().match(known(), rows.traits(store, segment, month))) {
                if (customer != MonthMatcher.NONE) {
                    seen[customer] = true;
                    if (lastMonth[customer] < month - 1) {
                        absences.returned(cell);
                    }
                }
            }
        }
        int[] nextRow = Arrays.copyOf(lastRow, lastRow.length + present);
        int[] nextMonth = Arrays.copyOf(lastMonth, nextRow.length);
        int n = 0;
        for (int customer = 0; customer < seen.length; customer++) {
            if (!seen[customer] && matcher.isPresent() && month - lastMonth[customer] <= memory) {
                absences.absent(cell, lastMonth[customer] == month - 1, store, lastRow[customer]);
                nextRow[n] = lastRow[customer];
                nextMonth[n++] = lastMonth[customer];
            }
        }
        for (int i = 0; i < present; i++) {
            nextRow[n] = rows.row(segment, month, i);
            nextMonth[n++] = month;
        }
        lastRow = Arrays.copyOf(nextRow, n);
        lastMonth = Arrays.copyOf(nextMonth, n);
    }

    private short[] known() {
        short[] traits = new short[lastRow.length * store.traits()];
        for (int customer = 0; customer < lastRow.length; customer++) {
            store.traits(lastRow[customer], traits, customer * store.traits());
        }
        return traits;
    }
}
