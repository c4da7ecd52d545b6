package io.segmentradar.nba.plan;

import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.plan.PlanLimit;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;

/**
 * Chooses the actions of a month: maximises the sum of scores under the policy's limits. The linear relaxation gives
 * bound and shadow prices; the items on which it is undecided, or nearly so, are decided by branch and bound (the core
 * problem of a knapsack, Balas & Zemel 1980), the others as the relaxation has them. The result is never worse than the
 * greedy plan.
 */
public final class CapacityPlanner {
    private static final int CORE_SIZE = 250;
    private static final int NODES = 400;
    private static final double DECIDED = 1e-6;
    /** With fewer candidates than this a share of the plan means nothing. */
    private static final int LEAST_TO_SPREAD = 20;

    private final PlanProblem problem;
    private final List<Concession> concessions;

    private CapacityPlanner(PlanProblem problem, List<Concession> concessions) {
        this.problem = problem;
        this.concessions = concessions;
    }

    public static Planning plan(PlanProblem wished) {
        List<Concession> concessions = new ArrayList<>();
        PlanProblem spread = withoutHopelessShares(wished, concessions);
        List<PlanItem> greedy = new GreedyPlanner(spread).plan();
        return new CapacityPlanner(withReachableMinima(spread, greedy, concessions), concessions).plan(greedy);
    }

    private static PlanProblem withoutHopelessShares(PlanProblem problem, List<Concession> concessions) {
        PlanPolicy policy = problem.policy();
        int candidates = problem.items().size();
        boolean few = candidates < LEAST_TO_SPREAD;
        int types =
                (int) problem.items().stream().map(PlanItem::type).distinct().count();
        int groups =
                (int) problem.items().stream().map(PlanItem::group).distinct().count();
        double typeShare = few || types * policy.maxTypeShare() < 1 ? 1 : policy.maxTypeShare();
        double groupShare = few || groups * policy.maxDiversityShare() < 1 ? 1 : policy.maxDiversityShare();
        if (typeShare > policy.maxTypeShare()) {
            concessions.add(new Concession.NoShare(PlanLimit.Kind.TYPE_SHARE, candidates, types));
        }
        if (groupShare > policy.maxDiversityShare()) {
            concessions.add(new Concession.NoShare(PlanLimit.Kind.DIVERSITY_SHARE, candidates, groups));
        }
        return new PlanProblem(problem.items(), policy.withShares(typeShare, groupShare), problem.contactsLeft());
    }

    private static PlanProblem withReachableMinima(
            PlanProblem problem, List<PlanItem> greedy, List<Concession> concessions) {
        PlanUse use = PlanUse.of(problem, greedy);
        Map<String, CategoryLimit> limits = new TreeMap<>(problem.policy().categoryLimits());
        limits.replaceAll((category, limit) -> {
            int reached = Math.min(limit.min(), use.category(category));
            if (reached < limit.min()) {
                concessions.add(new Concession.FewerOf(category, reached, limit.min()));
            }
            return new CategoryLimit(reached, limit.max());
        });
        return new PlanProblem(problem.items(), problem.policy().withCategoryLimits(limits), problem.contactsLeft());
    }

    private Planning plan(List<PlanItem> greedy) {
        List<PlanItem> items = problem.items();
        Set<String> greedyIds = ids(greedy);
        Set<Integer> start = IntStream.range(0, items.size())
                .filter(i -> greedyIds.contains(items.get(i).id()))
                .boxed()
                .collect(Collectors.toSet());
        Relaxation relaxation = Relaxation.solve(problem, start);
        List<PlanItem> solved = filled(branch(relaxation));
        List<PlanItem> best = objective(solved) > objective(greedy) ? solved : greedy;
        Set<String> chosen = ids(best);
        ActionPlan plan = new ActionPlan(
                best.size(),
                0,
                0,
                objective(best),
                objective(greedy),
                Math.max(objective(best), relaxation.bound()),
                limits(best, relaxation),
                List.of());
        return new Planning(chosen, bottlenecks(best, chosen), plan, concessions);
    }

    private static Set<String> ids(List<PlanItem> items) {
        return items.stream().map(PlanItem::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static double objective(List<PlanItem> items) {
        return items.stream().mapToDouble(PlanItem::score).sum();
    }

    /** The relaxed plan with its core decided by branch and bound; empty if no whole plan was found. */
    private List<PlanItem> branch(Relaxation relaxation) {
        double[] values = relaxation.values();
        double[] reduced = relaxation.reducedScores();
        List<Integer> byDoubt = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> isUndecided(values[i]) ? -1 : Math.abs(reduced[i]))
                        .thenComparing(i -> i))
                .toList();
        List<Integer> core = byDoubt.stream().limit(CORE_SIZE).toList();
        List<Integer> fixed =
                byDoubt.stream().skip(CORE_SIZE).filter(i -> values[i] > 0.5).toList();
        BitSet all = new BitSet();
        all.set(0, relaxation.rows().count());
        LinearModel model = new LinearModel(problem.items(), relaxation.rows(), all, core, fixed);
        model.decideWholly(NODES);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isFeasible()) {
            return List.of();
        }
        List<PlanItem> plan = new ArrayList<>(items(fixed));
        double[] decided = model.values(result);
        for (int c = 0; c < decided.length; c++) {
            if (decided[c] > 0.5) {
                plan.add(problem.items().get(core.get(c)));
            }
        }
        return new PlanCheck(problem).violations(ids(plan)).isEmpty() ? plan : List.of();
    }

    private static boolean isUndecided(double value) {
        return value > DECIDED && value < 1 - DECIDED;
    }

    private List<PlanItem> items(List<Integer> positions) {
        return positions.stream().map(problem.items()::get).toList();
    }

    /** Adds what still fits, best first: the branch may have been stopped before its last improvement. */
    private List<PlanItem> filled(List<PlanItem> plan) {
        PlanUse use = PlanUse.of(problem, plan);
        Set<String> chosen = ids(plan);
        List<PlanItem> all = new ArrayList<>(plan);
        problem.items().stream()
                .filter(item -> !chosen.contains(item.id()))
                .sorted(Comparator.comparingDouble(PlanItem::score).reversed().thenComparing(PlanItem::id))
                .forEach(item -> {
                    if (use.bottleneck(item).isEmpty() && keepsShares(use, item)) {
                        use.add(item);
                        all.add(item);
                    }
                });
        return all;
    }

    private boolean keepsShares(PlanUse use, PlanItem item) {
        double size = use.count() + 1.0;
        return use.type(item.type()) + 1 <= problem.policy().maxTypeShare() * size + DECIDED
                && use.group(item.group()) + 1 <= problem.policy().maxDiversityShare() * size + DECIDED;
    }

    private Map<String, Bottleneck> bottlenecks(List<PlanItem> best, Set<String> chosen) {
        PlanUse use = PlanUse.of(problem, best);
        Map<String, Bottleneck> why = new HashMap<>();
        for (PlanItem item : problem.items()) {
            if (!chosen.contains(item.id())) {
                use.bottleneck(item).or(() -> shareBottleneck(use, item)).ifPresent(b -> why.put(item.id(), b));
            }
        }
        return why;
    }

    private Optional<Bottleneck> shareBottleneck(PlanUse use, PlanItem item) {
        if (keepsShares(use, item)) {
            return Optional.empty();
        }
        boolean type = use.type(item.type()) + 1 > problem.policy().maxTypeShare() * (use.count() + 1) + DECIDED;
        return Optional.of(type ? Bottleneck.TYPE_SHARE : Bottleneck.DIVERSITY);
    }

    private List<PlanLimit> limits(List<PlanItem> best, Relaxation relaxation) {
        Map<String, Double> prices = relaxation.shadowPrices();
        PlanUse use = PlanUse.of(problem, best);
        Map<String, PlanLimit> limits = new TreeMap<>();
        for (int r = 0; r < relaxation.rows().count(); r++) {
            PlanRow row = relaxation.rows().row(r);
            if (!row.isLocal()) {
                limits.put(row.name(), limit(row, use, prices.getOrDefault(row.name(), 0.0)));
            }
        }
        return List.copyOf(limits.values());
    }

    private static PlanLimit limit(PlanRow row, PlanUse use, double price) {
        double size = Math.max(1, use.count());
        return switch (row.kind()) {
            case HOURS -> new PlanLimit(PlanLimit.Kind.HOURS, row.of(), row.limit(), use.hours(row.of()), price);
            case CATEGORY_MAX ->
                new PlanLimit(PlanLimit.Kind.CATEGORY_MAX, row.of(), row.limit(), use.category(row.of()), price);
            case CATEGORY_MIN ->
                new PlanLimit(PlanLimit.Kind.CATEGORY_MIN, row.of(), row.limit(), use.category(row.of()), price);
            case TYPE_SHARE ->
                new PlanLimit(PlanLimit.Kind.TYPE_SHARE, row.of(), row.limit(), use.type(row.of()) / size, price);
            case GROUP_SHARE ->
                new PlanLimit(PlanLimit.Kind.DIVERSITY_SHARE, row.of(), row.limit(), use.group(row.of()) / size, price);
            case SEGMENT, SEGMENT_CATEGORY -> throw new IllegalArgumentException("Not a limit of the month: " + row);
        };
    }
}
