package io.segmentradar.nba.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a set of actions keeps all limits; a whole solution of a solver is believed only after this. */
final class PlanCheck {
    private final PlanProblem problem;

    PlanCheck(PlanProblem problem) {
        this.problem = problem;
    }

    /** Each limit that the chosen break, in words. */
    List<String> violations(Set<String> chosen) {
        PlanRows rows = new PlanRows(problem);
        Map<PlanRow, Double> used = new LinkedHashMap<>();
        for (PlanItem item : problem.items()) {
            boolean in = chosen.contains(item.id());
            rows.of(item).forEach(row -> used.merge(row, in ? row.coefficient(item) : 0, Double::sum));
        }
        List<String> broken = new ArrayList<>();
        used.forEach((row, amount) -> {
            double limit = row.isShare() ? row.limit() * chosen.size() : row.limit();
            boolean bad =
                    row.kind() == PlanRow.Kind.CATEGORY_MIN ? amount < limit : amount > limit + PlanUse.HOURS_TOLERANCE;
            if (bad) {
                broken.add(row.kind() + " of " + row.of() + ": " + amount + " against " + limit);
            }
        });
        return broken;
    }
}
