package io.segmentradar.nba.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.plan.PlanLimit;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.plan.PlanPolicy.CategoryLimit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class CapacityPlannerTest {
    private static final double TOLERANCE = 1e-6;

    @Test
    void smallPlansAreOptimal() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PlanProblem problem = random(random, 4, 3, policy(6, 2, 1, 1, Map.of()));

            Planning planning = CapacityPlanner.plan(problem);

            double best = bruteForce(problem);
            assertEquals(best, planning.plan().objective(), TOLERANCE * best, "seed " + seed);
            assertTrue(planning.plan().bound() >= best - TOLERANCE * best, "seed " + seed);
        }
    }

    @Test
    void everyPlanKeepsTheLimitsAndIsBetweenGreedyAndBound() {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(100 + seed);
            Map<String, CategoryLimit> limits = Map.of(
                    "C0", new CategoryLimit(5, OptionalInt.of(30)), "C1", new CategoryLimit(0, OptionalInt.of(12)));
            PlanProblem problem = random(random, 80, 8, policy(15, 3, 0.3, 0.4, limits));

            Planning planning = CapacityPlanner.plan(problem);

            assertEquals(List.of(), violations(problem, planning.chosen()), "seed " + seed);
            assertTrue(planning.plan().objective() >= planning.plan().greedyObjective());
            assertTrue(planning.plan().objective() <= planning.plan().bound());
            assertTrue(
                    planning.plan().gap() < 0.06,
                    "seed " + seed + ": gap " + planning.plan().gap());
        }
    }

    @Test
    void theVerifierSeesABrokenPlan() {
        PlanProblem problem = random(new Random(3), 10, 4, policy(4, 2, 0.5, 0.5, Map.of()));
        Set<String> all = Set.copyOf(problem.items().stream().map(PlanItem::id).toList());

        assertTrue(violations(problem, all).size() > 3);
    }

    @Test
    void greedyIsBeatenWhereOneLargeActionBlocksTwoBetterOnes() {
        PlanPolicy policy = policy(10, 5, 1, 1, Map.of());
        PlanProblem problem = new PlanProblem(
                List.of(item("a", 0, 6, 7), item("b", 1, 5, 5.5), item("c", 2, 5, 5.5)), policy, Map.of());

        Planning planning = CapacityPlanner.plan(problem);

        assertEquals(Set.of("b", "c"), planning.chosen());
        assertEquals(11, planning.plan().objective(), TOLERANCE);
        assertEquals(7, planning.plan().greedyObjective(), TOLERANCE);
    }

    @Test
    void theShadowPriceIsWhatOneMoreHourAddsToTheRelaxedPlan() {
        Random random = new Random(11);
        PlanProblem problem = random(random, 60, 6, policy(12, 3, 1, 1, Map.of()));

        List<PlanLimit> limits = CapacityPlanner.plan(problem).plan().limits();

        double step = 1e-3;
        for (String pool : List.of("O0|A0", "O1|A2")) {
            double price = limits.stream()
                    .filter(limit ->
                            limit.kind() == PlanLimit.Kind.HOURS && limit.of().equals(pool))
                    .findFirst()
                    .orElseThrow()
                    .shadowPrice();
            PlanProblem more = withHours(problem, pool, 12 + step);
            double change = Relaxation.solve(more, Set.of()).bound()
                    - Relaxation.solve(problem, Set.of()).bound();
            assertEquals(price, change / step, 1e-3 * Math.max(1, price), pool);
        }
    }

    @Test
    void whatCannotBeReachedIsGivenUpAndSaid() {
        PlanProblem problem = new PlanProblem(
                List.of(item("a", 0, 1, 5)),
                policy(10, 2, 0.4, 0.4, Map.of("C0", new CategoryLimit(3, OptionalInt.empty()))),
                Map.of());

        Planning planning = CapacityPlanner.plan(problem);

        assertEquals(Set.of("a"), planning.chosen());
        assertEquals(
                List.of(
                        new Concession.NoShare(PlanLimit.Kind.TYPE_SHARE, 1, 1),
                        new Concession.NoShare(PlanLimit.Kind.DIVERSITY_SHARE, 1, 1),
                        new Concession.FewerOf("C0", 1, 3)),
                planning.concessions());
    }

    @Test
    void contactsAlreadyHadReduceTheRoomOfASegment() {
        PlanPolicy policy = policy(10, 2, 1, 1, Map.of());
        List<PlanItem> items = List.of(item("a", 7, 1, 5), item("b", 7, 1, 4), item("c", 8, 1, 3));

        Planning planning = CapacityPlanner.plan(new PlanProblem(items, policy, Map.of(7, 1)));

        assertEquals(Set.of("a", "c"), planning.chosen());
        assertEquals(Bottleneck.SEGMENT, planning.bottlenecks().get("b"));
    }

    @Test
    void anEmptyMonthHasAnEmptyPlan() {
        Planning planning =
                CapacityPlanner.plan(new PlanProblem(List.of(), policy(1, 1, 0.4, 0.4, Map.of()), Map.of()));

        assertTrue(planning.chosen().isEmpty());
        assertEquals(0, planning.plan().gap());
    }

    @Test
    void aWholeBankIsPlannedNearItsBoundAndAlwaysAlike() {
        PlanProblem problem = random(
                new Random(5),
                2038,
                15,
                policy(40, 3, 0.2, 0.25, Map.of("C0", new CategoryLimit(20, OptionalInt.of(400)))));
        Planning planning = CapacityPlanner.plan(problem);

        assertEquals(List.of(), violations(problem, planning.chosen()));
        assertTrue(planning.plan().gap() < 0.01, "gap " + planning.plan().gap());
        assertEquals(planning.chosen(), CapacityPlanner.plan(problem).chosen());
    }

    private static PlanItem item(String id, int segment, double hours, double score) {
        return new PlanItem(id, segment, "T", "C0", "O0", "A0", "G", hours, score);
    }

    private static PlanPolicy policy(
            double hours, int perSegment, double typeShare, double groupShare, Map<String, CategoryLimit> limits) {
        Map<String, Map<String, Double>> pools = new HashMap<>();
        for (int o = 0; o < 4; o++) {
            pools.put("O" + o, Map.of(PlanPolicy.ANY, hours));
        }
        return new PlanPolicy(
                "area", pools, limits, perSegment, Math.max(1, perSegment - 1), typeShare, "g", groupShare);
    }

    private static PlanProblem withHours(PlanProblem problem, String pool, double hours) {
        PlanPolicy old = problem.policy();
        Map<String, Map<String, Double>> pools = new HashMap<>(old.hours());
        String[] parts = pool.split("\\|");
        Map<String, Double> areas = new HashMap<>(pools.get(parts[0]));
        areas.put(parts[1], hours);
        pools.put(parts[0], areas);
        PlanPolicy policy = new PlanPolicy(
                old.areaDimension(),
                pools,
                old.categoryLimits(),
                old.maxPerSegment(),
                old.maxPerSegmentAndCategory(),
                old.maxTypeShare(),
                old.diversityDimension(),
                old.maxDiversityShare());
        return new PlanProblem(problem.items(), policy, problem.contactsLeft());
    }

    private static PlanProblem random(Random random, int segments, int perSegment, PlanPolicy policy) {
        List<PlanItem> items = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            for (int c = 0; c < perSegment; c++) {
                int type = (c * 7 + s) % 33;
                items.add(new PlanItem(
                        s + "/" + c,
                        s,
                        "T" + type,
                        "C" + type % 6,
                        "O" + type % 4,
                        "A" + s % 13,
                        "G" + (s / 13) % 40,
                        0.5 * (1 + random.nextInt(8)),
                        Math.exp(1.5 * random.nextGaussian())));
            }
        }
        return new PlanProblem(items, policy, Map.of());
    }

    /** The best objective over all subsets. */
    private static double bruteForce(PlanProblem problem) {
        double best = 0;
        int n = problem.items().size();
        for (int mask = 0; mask < 1 << n; mask++) {
            double sum = 0;
            Set<String> chosen = new HashSet<>();
            for (int i = 0; i < n; i++) {
                if ((mask >> i & 1) == 1) {
                    sum += problem.items().get(i).score();
                    chosen.add(problem.items().get(i).id());
                }
            }
            if (sum > best && violations(problem, chosen).isEmpty()) {
                best = sum;
            }
        }
        return best;
    }

    /** Checks a plan against its policy by plain counting, without any class of the planner but its input. */
    private static List<String> violations(PlanProblem problem, Set<String> chosen) {
        List<PlanItem> plan = problem.items().stream()
                .filter(item -> chosen.contains(item.id()))
                .toList();
        PlanPolicy policy = problem.policy();
        List<String> bad = new ArrayList<>();
        sum(plan, item -> item.owner() + "|" + item.area(), PlanItem::hours).forEach((pool, hours) -> {
            String[] parts = pool.split("\\|");
            if (hours > policy.hoursOf(parts[0], parts[1]) + 1e-9) {
                bad.add("hours of " + pool);
            }
        });
        sum(plan, item -> "" + item.segment(), item -> 1).forEach((segment, n) -> {
            if (n > policy.maxPerSegment()) {
                bad.add("segment " + segment);
            }
        });
        sum(plan, item -> item.segment() + item.category(), item -> 1).forEach((key, n) -> {
            if (n > policy.maxPerSegmentAndCategory()) {
                bad.add("category of segment " + key);
            }
        });
        sum(plan, PlanItem::type, item -> 1).forEach((type, n) -> {
            if (n > policy.maxTypeShare() * plan.size() + 1e-9) {
                bad.add("type " + type);
            }
        });
        sum(plan, PlanItem::group, item -> 1).forEach((group, n) -> {
            if (n > policy.maxDiversityShare() * plan.size() + 1e-9) {
                bad.add("group " + group);
            }
        });
        Map<String, Double> categories = sum(plan, PlanItem::category, item -> 1);
        policy.categoryLimits().forEach((category, limit) -> {
            double n = categories.getOrDefault(category, 0.0);
            if (n < limit.min() || limit.max().isPresent() && n > limit.max().getAsInt()) {
                bad.add("category " + category);
            }
        });
        return bad;
    }

    private static Map<String, Double> sum(
            List<PlanItem> plan, Function<PlanItem, String> key, ToDoubleFunction<PlanItem> amount) {
        Map<String, Double> sums = new HashMap<>();
        plan.forEach(item -> sums.merge(key.apply(item), amount.applyAsDouble(item), Double::sum));
        return sums;
    }
}
