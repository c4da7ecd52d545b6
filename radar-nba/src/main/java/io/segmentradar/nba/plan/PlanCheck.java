package io.segmentradar.nba.plan;

import java.util.ArrayList;
import java.util.List;
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
        double[] used = rows.used(problem.items().stream()
                .mapToDouble(item -> chosen.contains(item.id()) ? 1 : 0)
                .toArray());
        List<String> broken = new ArrayList<>();
        for (int r = 0; r < used.length; r++) {
            PlanRow row = rows.row(r);
            double limit = row.limit(chosen.size());
            if (row.sign() * (used[r] - limit) > PlanUse.HOURS_TOLERANCE) {
                broken.add(row.kind() + " of " + row.of() + ": " + used[r] + " against " + limit);
            }
        }
        return broken;
    }
}
