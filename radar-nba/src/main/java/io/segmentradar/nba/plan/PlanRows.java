package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The limits of a problem as linear rows, numbered in the order in which the items name them. */
final class PlanRows {
    private final PlanProblem problem;
    private final List<PlanRow> rows = new ArrayList<>();
    private final int[][] byItem;

    PlanRows(PlanProblem problem) {
        this.problem = problem;
        Map<PlanRow, Integer> numbers = new HashMap<>();
        byItem = problem.items().stream()
                .map(item -> limits(item).stream()
                        .mapToInt(row -> numbers.computeIfAbsent(row, this::add))
                        .toArray())
                .toArray(int[][]::new);
    }

    private int add(PlanRow row) {
        rows.add(row);
        return rows.size() - 1;
    }

    int count() {
        return rows.size();
    }

    PlanRow row(int number) {
        return rows.get(number);
    }

    /** Numbers of the rows in which an item counts; not to be changed. */
    int[] of(int item) {
        return byItem[item];
    }

    /** How much of each row the items use, each counted with its share of 0..1. */
    double[] used(double[] shares) {
        double[] used = new double[rows.size()];
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                for (int row : byItem[i]) {
                    used[row] += shares[i]
                            * rows.get(row).coefficient(problem.items().get(i));
                }
            }
        }
        return used;
    }

    private List<PlanRow> limits(PlanItem item) {
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
