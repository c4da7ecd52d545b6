package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells a lasting shift once. Jumps are folded in the month they are raised, but a node and one inside it may have been
 * raised in different months; where half of the wider one's shift or more lies in the inner one, it is the inner one's.
 */
final class NestedShifts {
    private static final double MOST = 0.5;

    private final Map<Alert, Set<Integer>> members = new HashMap<>();

    NestedShifts(List<Alert> shifts, List<LevelView> views) {
        for (LevelView view : views) {
            for (Alert shift : shifts) {
                if (shift.level().equals(view.id())) {
                    int node = view.nodes().row(shift.segment()).orElseThrow();
                    Set<Integer> segments = new HashSet<>();
                    Arrays.stream(view.segmentsOf(node)).forEach(segments::add);
                    members.put(shift, segments);
                }
            }
        }
    }

    /** All shifts, innermost first; a wider one that an inner one explains is folded under it. */
    List<Alert> folded() {
        List<Alert> innermostFirst = members.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (Alert shift) -> members.get(shift).size())
                        .thenComparing(Alert::id))
                .toList();
        List<Alert> standing = new ArrayList<>();
        List<Alert> all = new ArrayList<>();
        for (Alert shift : innermostFirst) {
            Alert cause = standing.stream()
                    .filter(inner -> explains(inner, shift))
                    .max(Comparator.comparingDouble(Alert::impact))
                    .orElse(null);
            if (cause == null) {
                standing.add(shift);
                all.add(shift);
            } else {
                double share = Math.min(1, cause.residual() / shift.residual());
                all.add(shift.with(shift.standing().foldedInto(cause.id(), share)));
            }
        }
        return all;
    }

    private boolean explains(Alert inner, Alert wider) {
        return inner.kpi().equals(wider.kpi())
                && inner.residual() / wider.residual() >= MOST
                && members.get(wider).containsAll(members.get(inner));
    }
}
