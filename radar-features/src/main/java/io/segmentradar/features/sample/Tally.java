package io.segmentradar.features.sample;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Rows and KPI sums of each cell in one month, added to by many threads at once: whole numbers, so that the order of
 * additions does not matter.
 */
final class Tally {
    private static final EventKpi[] KPIS = EventKpi.values();
    private static final double UNIT = 1e4;

    private final AtomicIntegerArray rows;
    private final AtomicLongArray sums;

    Tally(int cells) {
        rows = new AtomicIntegerArray(cells);
        sums = new AtomicLongArray(cells * KPIS.length);
    }

    void add(SampleRow row) {
        rows.incrementAndGet(row.cell());
        for (EventKpi kpi : KPIS) {
            long amount = Math.round(kpi.sum(row) * UNIT);
            if (amount != 0) {
                sums.addAndGet(row.cell() * KPIS.length + kpi.ordinal(), amount);
            }
        }
    }

    int cells() {
        return rows.length();
    }

    int rows(int cell) {
        return rows.get(cell);
    }

    double sum(int cell, EventKpi kpi) {
        return sums.get(cell * KPIS.length + kpi.ordinal()) / UNIT;
    }
}
