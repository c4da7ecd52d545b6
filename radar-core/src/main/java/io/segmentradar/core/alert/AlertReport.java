package io.segmentradar.core.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the alert stage has to say of a month.
 *
 * @param raised worst first; folded ones among them, each with its parent
 * @param suppressed unusual figures that policies held back
 * @param closed alerts of earlier months that are over
 */
public record AlertReport(
        List<Alert> raised, List<Suppression> suppressed, List<ClosedAlert> closed, Watchlist watchlist) {
    public static final AlertReport EMPTY = of(List.of());

    public AlertReport {
        raised = raised.stream()
                .sorted(Comparator.comparing(Alert::severity)
                        .thenComparing(
                                Comparator.comparingDouble(Alert::expectedLoss).reversed())
                        .thenComparing(Alert::id))
                .toList();
        suppressed = List.copyOf(suppressed);
        closed = List.copyOf(closed);
    }

    /** A report of raised alerts only. */
    public static AlertReport of(List<Alert> raised) {
        return new AlertReport(raised, List.of(), List.of(), Watchlist.EMPTY);
    }

    /** This report and that of another rule; the first watch-list that is not empty stays. */
    public AlertReport and(AlertReport other) {
        List<Alert> both = new ArrayList<>(raised);
        both.addAll(other.raised);
        List<Suppression> held = new ArrayList<>(suppressed);
        held.addAll(other.suppressed);
        List<ClosedAlert> over = new ArrayList<>(closed);
        over.addAll(other.closed);
        return new AlertReport(both, held, over, watchlist.entries().isEmpty() ? other.watchlist : watchlist);
    }
}
