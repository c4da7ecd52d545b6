package io.segmentradar.features.sample;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.features.sample.RandomStream.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Decides which segments meet with an event and works it into their amounts. Events begin in the last twelve months,
 * most of all in the last, in segments of at least three customers whose KPI is above the median of such segments; no
 * segment has two.
 */
final class EventPlan {
    private static final int MONTHS_WITH_EVENTS = 12;
    private static final int LEAST_CUSTOMERS = 3;
    private static final double SHARE_A_MONTH = 0.004;
    private static final double SHARE_IN_LAST_MONTH = 0.007;

    private final SampleRequest request;
    private final Market market;
    private final List<Planned> plan = new ArrayList<>();
    private final BitSet taken = new BitSet();
    /** Factor of this month by KPI and cell. */
    private final double[][] factors;

    private record Planned(SampleEvent event, EventKpi kpi, int cell, int start) {}

    EventPlan(SampleRequest request, Market market) {
        this.request = request;
        this.market = market;
        factors = new double[EventKpi.values().length][market.cells()];
        for (double[] ofKpi : factors) {
            Arrays.fill(ofKpi, 1);
        }
    }

    /** Everything that has been made to happen, in order of start. */
    List<SampleEvent> events() {
        return plan.stream().map(Planned::event).toList();
    }

    /** Moves on to a month, beginning new events where last month's tally allows. */
    void advance(int month, Tally lastMonth) {
        if (month > 0 && month >= request.months() - MONTHS_WITH_EVENTS) {
            begin(month, lastMonth);
        }
        for (Planned planned : plan) {
            factors[planned.kpi.ordinal()][planned.cell] = planned.event.factor(month - planned.start);
        }
    }

    /** Works an event, if there is one, into the amounts of a KPI. */
    void apply(EventKpi kpi, SampleRow row) {
        double factor = factors[kpi.ordinal()][row.cell()];
        if (factor == 1) {
            return;
        }
        if (kpi == EventKpi.NET_INFLOW) {
            double shift = (factor - 1) * row.get(Amount.INFLOW);
            Amount grows = shift > 0 ? Amount.INFLOW : Amount.OUTFLOW;
            row.set(grows, row.get(grows) + Math.abs(shift));
            return;
        }
        for (Amount amount : kpi.amounts()) {
            row.set(amount, row.get(amount) * factor);
        }
    }

    private void begin(int month, Tally tally) {
        RandomStream random = new RandomStream().startAt(request.seed(), Purpose.EVENT, month, 0);
        int active = 0;
        for (int cell = 0; cell < tally.cells(); cell++) {
            active += tally.rows(cell) > 0 ? 1 : 0;
        }
        boolean last = month == request.months() - 1;
        int wanted =
                (int) (active * (last ? SHARE_IN_LAST_MONTH : SHARE_A_MONTH) + random.uniform() + (last ? 0.5 : 0));
        for (int i = 0; i < wanted; i++) {
            EventKpi kpi = EventKpi.draw(random);
            List<Integer> eligible = eligible(kpi, tally);
            if (!eligible.isEmpty()) {
                int cell = eligible.get(random.below(eligible.size()));
                taken.set(cell);
                plan.add(new Planned(draw(cell, kpi, month, random), kpi, cell, month));
            }
        }
    }

    private SampleEvent draw(int cell, EventKpi kpi, int month, RandomStream random) {
        int left = request.months() - month;
        double kind = random.uniform();
        AlertType type = kind < 0.4 ? AlertType.DROP : kind < 0.7 ? AlertType.SPIKE : AlertType.INFLECTION;
        double magnitude = Math.round(random.between(0.3, 0.8) * 1000) / 1000.0;
        boolean down = random.chance(0.6);
        int months = Math.min(left, type == AlertType.SPIKE ? 1 + random.below(3) : left);
        return new SampleEvent(
                market.keyOf(cell).id(),
                kpi.label(),
                request.first().plusMonths(month),
                type,
                type == AlertType.INFLECTION && down ? -magnitude : magnitude,
                months);
    }

    /** Free cells with enough customers whose KPI is above the median of all such cells. */
    private List<Integer> eligible(EventKpi kpi, Tally tally) {
        List<Integer> candidates = new ArrayList<>();
        for (int cell = 0; cell < tally.cells(); cell++) {
            if (tally.rows(cell) >= LEAST_CUSTOMERS && tally.sum(cell, kpi) > 0) {
                candidates.add(cell);
            }
        }
        double[] sums = candidates.stream()
                .mapToDouble(cell -> tally.sum(cell, kpi))
                .sorted()
                .toArray();
        double median = sums.length == 0 ? 0 : sums[sums.length / 2];
        candidates.removeIf(cell -> taken.get(cell) || tally.sum(cell, kpi) < median);
        return candidates;
    }
}
