package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.ArrayList;
import java.util.List;

/** The limits of a problem as linear rows. */
final class PlanRows {
    private final PlanProblem problem;

    PlanRows(PlanProblem problem) {
        this.problem = problem;
    }

    /** The rows in which an item counts. */
    List<PlanRow> of(PlanItem item) {
        PlanPolicy policy = problem.policy();
        List<PlanRow> rows = new ArrayList<>();
        double hours = problem.hours(item);
        if (Double.isFinite(hours)) {
            rows.add(new PlanRow(PlanRow.Kind.HOURS, item.pool(), hours));
        }
        CategoryLimit limit = policy.categoryLimits().get(item.category());
        if (limit != null) {
            if (limit.max().isPresent()) {
                rows.add(new PlanRow(
                        PlanRow.Kind.CATEGORY_MAX, item.category(), limit.max().getAsInt()));
            }
            if (limit.min() > 0) {
                rows.add(new PlanRow(PlanRow.Kind.CATEGORY_MIN, item.category(), limit.min()));
            }
        }
        if (policy.maxTypeShare() < 1) {
            rows.add(new PlanRow(PlanRow.Kind.TYPE_SHARE, item.type(), policy.maxTypeShare()));
        }
        if (policy.maxDiversityShare() < 1) {
            rows.add(new PlanRow(PlanRow.Kind.GROUP_SHARE, item.group(), policy.maxDiversityShare()));
        }
        String segment = Integer.toString(item.segment());
        rows.add(new PlanRow(PlanRow.Kind.SEGMENT, segment, problem.segmentLimit(item.segment())));
        if (policy.maxPerSegmentAndCategory() < policy.maxPerSegment()) {
            rows.add(new PlanRow(
                    PlanRow.Kind.SEGMENT_CATEGORY, segment + "|" + item.category(), policy.maxPerSegmentAndCategory()));
        }
        return rows;
    }
}
