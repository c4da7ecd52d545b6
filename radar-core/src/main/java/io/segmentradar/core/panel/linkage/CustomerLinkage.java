package io.segmentradar.core.panel.linkage;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.panel.RecordSource.RawRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Links the rows of each segment from month to month without a customer number, because many amounts of a customer hardly
 * change (record linkage: Fellegi and Sunter 1969), to tell who is only absent for a month from who has moved money. All
 * amounts of the rows are compared; what each says is learned from the rows themselves. Links are forgotten as soon as
 * the sums are made: nothing that leaves here belongs to one customer alone, unless a segment has only one.
 */
public final class CustomerLinkage {
    private static final int LEARNED_AGAIN = 4;

    /** Cores that may walk segments side by side; where there are fewer, those that come last find nothing left to do. */
    private static final int MOST_WORKERS = 64;

    private final KpiCatalog kpis;
    private final int memory;
    private final RowStore store;
    private final int[][] columns;
    private final int[][] signs;

    /**
     * @param amounts names of the amount columns, in the order of {@link RawRecord#amount}
     * @param memory months without a row after which a customer is forgotten, at least 1
     */
    public CustomerLinkage(List<String> amounts, KpiCatalog kpis, int memory) {
        this.kpis = kpis;
        this.memory = memory;
        int count = kpis.kpis().size();
        this.store = new RowStore(amounts.size(), count);
        this.columns = new int[count][];
        this.signs = new int[count][];
        for (int k = 0; k < count; k++) {
            Kpi kpi = kpis.kpis().get(k);
            List<KpiFormula.Term> terms = kpi.formula().terms();
            columns[k] = terms.stream()
                    .mapToInt(term -> amounts.indexOf(term.column()))
                    .toArray();
            signs[k] = terms.stream().mapToInt(KpiFormula.Term::sign).toArray();
        }
    }

    /** Takes a row of a cell (segment and month), whatever the order of months. */
    public void add(int cell, RawRecord row) {
        store.add(cell);
        for (int t = 0; t < store.traits(); t++) {
            store.trait(t, row.amount(t));
        }
        for (int k = 0; k < columns.length; k++) {
            double sum = 0;
            for (int i = 0; i < columns[k].length; i++) {
                double value = row.amount(columns[k][i]);
                sum += Double.isNaN(value) ? 0 : signs[k][i] * value;
            }
            store.amount(k, sum);
        }
    }

    /**
     * Links all rows.
     *
     * @param positions of each cell: segment × months + month
     * @return empty if the rows do not tell customers apart, such as rows that are sums of a segment already
     */
    public Optional<Absences> link(int[] positions, int segments, int months) {
        RowsByCell rows = new RowsByCell(store, positions, segments, months);
        List<Optional<LinkWeights>> weights = weights(rows);
        if (weights.get(months - 1).isEmpty()) {
            return Optional.empty();
        }
        Absences absences = new Absences(kpis, segments * months);
        int[] order = largestFirst(rows);
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, MOST_WORKERS).parallel().forEach(worker -> {
            for (int i = next.getAndIncrement(); i < order.length; i = next.getAndIncrement()) {
                new SegmentRoster(store, rows, weights, memory).walk(order[i], absences);
            }
        });
        return Optional.of(absences);
    }

    /** Weights for each month, learned anew when there are four times as many months to learn from. */
    private List<Optional<LinkWeights>> weights(RowsByCell rows) {
        int[] months = IntStream.iterate(1, month -> month < rows.months(), month -> month * LEARNED_AGAIN)
                .toArray();
        List<Optional<LinkWeights>> learned = IntStream.of(months)
                .parallel()
                .mapToObj(month -> LinkWeights.learn(new PairSample(store, rows, month)))
                .toList();
        List<Optional<LinkWeights>> weights = new ArrayList<>(List.of(Optional.empty()));
        for (int month = 1, next = 0; month < rows.months(); month++) {
            next += next + 1 < months.length && months[next + 1] == month ? 1 : 0;
            weights.add(learned.get(next));
        }
        return weights;
    }

    /** A late large segment would keep one core busy while the others rest. */
    private static int[] largestFirst(RowsByCell rows) {
        return IntStream.range(0, rows.segments())
                .boxed()
                .sorted(Comparator.comparingInt(segment -> -rows.count(segment)))
                .mapToInt(segment -> segment)
                .toArray();
    }
}
