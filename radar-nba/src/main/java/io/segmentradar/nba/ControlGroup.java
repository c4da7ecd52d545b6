package io.segmentradar.nba;

import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Draws the control group among the segments of the plan, by lot. Whole segments are drawn, so that one action of a
 * segment cannot spoil the comparison of another, and from the plan, so that planned and control differ by nothing but
 * the lot.
 */
final class ControlGroup {
    private ControlGroup() {}

    /**
     * @param planned segments with at least one planned action
     * @return a share of them, rounded down
     */
    static Set<SegmentId> draw(Set<SegmentId> planned, double share, long seed, YearMonth month) {
        record Ticket(SegmentId segment, long number) {}
        SplittableRandom lot = new SplittableRandom(seed * 31 + month.hashCode());
        List<Ticket> tickets = new TreeSet<>(planned)
                .stream().map(segment -> new Ticket(segment, lot.nextLong())).toList();
        Set<SegmentId> drawn = new HashSet<>();
        tickets.stream()
                .sorted(Comparator.comparingLong(Ticket::number).thenComparing(Ticket::segment))
                .limit((long) Math.floor(share * tickets.size()))
                .forEach(ticket -> drawn.add(ticket.segment()));
        return drawn;
    }
}
