package io.segmentradar.core.panel.linkage;

import java.util.ArrayList;
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
    private List<KnownCustomer> known = List.of();

    /**
     * @param weights for each month, as far as they could be learned by then
     * @param memory months without a row after which a customer is forgotten
     */
    SegmentRoster(RowStore store, RowsByCell rows, List<Optional<LinkWeights>> weights, int memory) {
        this.store = store;
        this.rows = rows;
        this.weights = weights;
        this.memory = memory;
    }

    void walk(int segment, Absences absences) {
        for (int month = 0; month < rows.months(); month++) {
            if (month == 0 || weights.get(month) != weights.get(month - 1)) {
                matcher = weights.get(month).map(MonthMatcher::new);
            }
            if (!known.isEmpty() || rows.count(segment, month) > 0) {
                step(segment, month, absences);
            }
        }
    }

    private void step(int segment, int month, Absences absences) {
        int cell = segment * rows.months() + month;
        int[] links = links(segment, month);
        boolean[] seen = new boolean[known.size()];
        List<KnownCustomer> next = new ArrayList<>(known.size() + links.length);
        for (int i = 0; i < links.length; i++) {
            KnownCustomer customer;
            if (links[i] == MonthMatcher.NONE) {
                customer = new KnownCustomer(store.amounts());
            } else {
                seen[links[i]] = true;
                customer = known.get(links[i]);
                if (customer.lastMonth() == month - 2) {
                    absences.returned(cell);
                }
            }
            customer.seen(store, rows.row(segment, month, i), month);
            next.add(customer);
            absences.known(cell, customer);
        }
        for (int i = 0; i < seen.length; i++) {
            KnownCustomer customer = known.get(i);
            if (!seen[i] && matcher.isPresent() && month - customer.lastMonth() <= memory) {
                absences.absent(cell, customer.lastMonth() < month - 1, store, customer);
                next.add(customer);
                absences.known(cell, customer);
            }
        }
        known = next;
    }

    private int[] links(int segment, int month) {
        int[] none = new int[rows.count(segment, month)];
        Arrays.fill(none, MonthMatcher.NONE);
        return known.isEmpty() || none.length == 0
                ? none
                : matcher.map(found -> found.match(traits(), rows.traits(store, segment, month)))
                        .orElse(none);
    }

    private short[] traits() {
        short[] traits = new short[known.size() * store.traits()];
        for (int i = 0; i < known.size(); i++) {
            store.traits(known.get(i).lastRow(), traits, i * store.traits());
        }
        return traits;
    }
}
