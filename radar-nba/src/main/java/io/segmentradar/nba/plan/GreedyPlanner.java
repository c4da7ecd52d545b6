package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Takes candidates by falling score per hour as long as there is room: what a careful person would do by hand. */
final class GreedyPlanner {
    private static final Comparator<PlanItem> BEST_FIRST =
            Comparator.comparingDouble(PlanItem::scorePerHour).reversed().thenComparing(PlanItem::id);

    private final PlanProblem problem;
    private final List<PlanItem> order;

    GreedyPlanner(PlanProblem problem) {
        this.problem = problem;
        this.order = problem.items().stream().sorted(BEST_FIRST).toList();
    }

    /**
     * A plan within all limits. Shares refer to the size of the plan, which is not known before: the plan is made again
     * with caps from its last size until it keeps them, and what still exceeds a share is taken out, worst first.
     */
    List<PlanItem> plan() {
        Map<String, Integer> typeCaps = new HashMap<>();
        Map<String, Integer> groupCaps = new HashMap<>();
        List<PlanItem> chosen = fill(typeCaps, groupCaps);
        for (int round = 0; round < 10 && !excess(chosen).isEmpty(); round++) {
            PlanUse use = PlanUse.of(problem, chosen);
            cap(use.types(), problem.policy().maxTypeShare(), chosen.size(), typeCaps);
            cap(use.groups(), problem.policy().maxDiversityShare(), chosen.size(), groupCaps);
            chosen = fill(typeCaps, groupCaps);
        }
        return trimmed(chosen);
    }

    private static void cap(Map<String, Integer> used, double share, int planned, Map<String, Integer> caps) {
        int most = (int) Math.floor(share * planned);
        used.keySet().forEach(key -> caps.put(key, most));
    }

    private List<PlanItem> fill(Map<String, Integer> typeCaps, Map<String, Integer> groupCaps) {
        PlanUse use = new PlanUse(problem, typeCaps, groupCaps);
        List<PlanItem> chosen = new ArrayList<>();
        Map<String, CategoryLimit> limits = new TreeMap<>(problem.policy().categoryLimits());
        limits.forEach((category, limit) -> {
            for (PlanItem item : order) {
                if (use.category(category) >= limit.min()) {
                    break;
                }
                take(item, item.category().equals(category), use, chosen);
            }
        });
        Set<String> first = chosen.stream().map(PlanItem::id).collect(Collectors.toSet());
        for (PlanItem item : order) {
            take(item, !first.contains(item.id()), use, chosen);
        }
        return chosen;
    }

    private static void take(PlanItem item, boolean wanted, PlanUse use, List<PlanItem> chosen) {
        if (wanted && use.bottleneck(item).isEmpty()) {
            use.add(item);
            chosen.add(item);
        }
    }

    /** Types and groups that exceed their share, as {@code t:type} and {@code g:group}. */
    private List<String> excess(List<PlanItem> chosen) {
        PlanUse use = PlanUse.of(problem, chosen);
        List<String> over = new ArrayList<>();
        use.types().forEach((type, n) -> {
            if (n > problem.policy().maxTypeShare() * chosen.size()) {
                over.add("t:" + type);
            }
        });
        use.groups().forEach((group, n) -> {
            if (n > problem.policy().maxDiversityShare() * chosen.size()) {
                over.add("g:" + group);
            }
        });
        return over;
    }

    private List<PlanItem> trimmed(List<PlanItem> chosen) {
        List<PlanItem> rest = new ArrayList<>(chosen);
        rest.sort(BEST_FIRST);
        List<String> over = excess(rest);
        while (!over.isEmpty()) {
            List<String> excess = over;
            PlanItem worst = null;
            for (PlanItem item : rest) {
                worst = excess.contains("t:" + item.type()) || excess.contains("g:" + item.group()) ? item : worst;
            }
            rest.remove(worst);
            over = excess(rest);
        }
        return rest;
    }
}
