package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of each limit a growing set of actions uses. */
final class PlanUse {
    /** Hours are sums of formula results; a plan may not fail on the last bit of such a sum. */
    static final double HOURS_TOLERANCE = 1e-9;

    private final PlanProblem problem;
    private final Map<String, Integer> typeCaps;
    private final Map<String, Integer> groupCaps;
    private final Map<String, Double> hours = new HashMap<>();
    private final Map<String, Integer> categories = new HashMap<>();
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final Map<Integer, Integer> segments = new HashMap<>();
    private final Map<String, Integer> segmentCategories = new HashMap<>();
    private int count;

    /**
     * @param typeCaps most actions by type where there is such a limit
     * @param groupCaps the same by group
     */
    PlanUse(PlanProblem problem, Map<String, Integer> typeCaps, Map<String, Integer> groupCaps) {
        this.problem = problem;
        this.typeCaps = typeCaps;
        this.groupCaps = groupCaps;
    }

    static PlanUse of(PlanProblem problem, List<PlanItem> chosen) {
        PlanUse use = new PlanUse(problem, Map.of(), Map.of());
        chosen.forEach(use::add);
        return use;
    }

    /** The first limit for which there is no room. */
    Optional<Bottleneck> bottleneck(PlanItem item) {
        if (segments(item.segment()) >= problem.segmentLimit(item.segment())) {
            return Optional.of(Bottleneck.SEGMENT);
        }
        if (segmentCategories.getOrDefault(segmentCategory(item), 0)
                >= problem.policy().maxPerSegmentAndCategory()) {
            return Optional.of(Bottleneck.SEGMENT_CATEGORY);
        }
        if (hours(item.pool()) + item.hours() > problem.hours(item) + HOURS_TOLERANCE) {
            return Optional.of(Bottleneck.HOURS);
        }
        CategoryLimit limit = problem.policy().categoryLimits().get(item.category());
        if (limit != null
                && limit.max().isPresent()
                && category(item.category()) >= limit.max().getAsInt()) {
            return Optional.of(Bottleneck.CATEGORY);
        }
        if (type(item.type()) >= typeCaps.getOrDefault(item.type(), Integer.MAX_VALUE)) {
            return Optional.of(Bottleneck.TYPE_SHARE);
        }
        return group(item.group()) >= groupCaps.getOrDefault(item.group(), Integer.MAX_VALUE)
                ? Optional.of(Bottleneck.DIVERSITY)
                : Optional.empty();
    }

    void add(PlanItem item) {
        count(item, 1);
    }

    void remove(PlanItem item) {
        count(item, -1);
    }

    private void count(PlanItem item, int step) {
        hours.merge(item.pool(), step * item.hours(), Double::sum);
        categories.merge(item.category(), step, Integer::sum);
        types.merge(item.type(), step, Integer::sum);
        groups.merge(item.group(), step, Integer::sum);
        segments.merge(item.segment(), step, Integer::sum);
        segmentCategories.merge(segmentCategory(item), step, Integer::sum);
        count += step;
    }

    private static String segmentCategory(PlanItem item) {
        return item.segment() + "|" + item.category();
    }

    int count() {
        return count;
    }

    double hours(String pool) {
        return hours.getOrDefault(pool, 0.0);
    }

    int category(String category) {
        return categories.getOrDefault(category, 0);
    }

    int type(String type) {
        return types.getOrDefault(type, 0);
    }

    int group(String group) {
        return groups.getOrDefault(group, 0);
    }

    int segments(int segment) {
        return segments.getOrDefault(segment, 0);
    }

    Map<String, Integer> types() {
        return types;
    }

    Map<String, Integer> groups() {
        return groups;
    }
}
