package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published plan, checked from the files alone. */
class ActionPlanTest {
    private static final RadarSpec SPEC = new SpecLoader().load("imbank");
    private final List<Map<String, String>> actions = Cli.rows(SampleRun.out().resolve("actions.csv"));
    private final List<Map<String, String>> planned =
            actions.stream().filter(row -> row.get("planned").equals("yes")).toList();

    private static JsonNode plan() throws IOException {
        return new ObjectMapper().readTree(SampleRun.out().resolve("plan.json").toFile());
    }

    @Test
    void thePlanKeepsItsLimits() {
        PlanPolicy policy = SPEC.actions().plan();
        count(row -> row.get("segment_id")).forEach((segment, n) -> assertTrue(n <= policy.maxPerSegment(), segment));
        count(row -> row.get("segment_id") + row.get("category"))
                .forEach((key, n) -> assertTrue(n <= policy.maxPerSegmentAndCategory(), key));
        count(row -> row.get("action_type"))
                .forEach((type, n) -> assertTrue(n <= policy.maxTypeShare() * planned.size(), type + " " + n));
        count(row -> row.get("segment_id").split("\\|")[0])
                .forEach((industry, n) -> assertTrue(n <= policy.maxDiversityShare() * planned.size(), industry));
        Map<String, Double> hours = new HashMap<>();
        for (Map<String, String> row : planned) {
            String pool = row.get("owner") + "|" + row.get("segment_id").split("\\|")[1];
            double effort = Double.parseDouble(row.get("hours"));
            hours.merge(pool, effort, Double::sum);
        }
        hours.forEach((pool, used) -> {
            String[] parts = pool.split("\\|");
            assertTrue(used <= policy.hoursOf(parts[0], parts[1]) + 1e-9, pool + " " + used);
        });
    }

    private Map<String, Integer> count(Function<Map<String, String>, String> key) {
        Map<String, Integer> counts = new HashMap<>();
        planned.forEach(row -> counts.merge(key.apply(row), 1, Integer::sum));
        return counts;
    }

    @Test
    void valueAndScoreAreTheProductsOfTheirFactors() {
        for (Map<String, String> row : actions) {
            double value = number(row, "probability")
                            * number(row, "amount_at_stake")
                            * number(row, "margin")
                            * number(row, "effectiveness")
                    - number(row, "cost");
            double score = number(row, "value")
                    * number(row, "urgency_weight")
                    * number(row, "relationship_weight")
                    * number(row, "lever");
            assertEquals(value, number(row, "value"), 1e-6 * Math.max(1, Math.abs(value)), row::toString);
            assertEquals(score, number(row, "score"), 1e-6 * Math.max(1, Math.abs(score)), row::toString);
        }
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    @Test
    void objectiveIsTheSumOfScoresBetweenGreedyAndBound() throws IOException {
        JsonNode plan = plan();
        double scores = planned.stream()
                .mapToDouble(row -> Double.parseDouble(row.get("score")))
                .sum();

        assertEquals(scores, plan.get("objective").asDouble(), 1e-6 * scores);
        assertTrue(
                plan.get("objective").asDouble() >= plan.get("greedy_objective").asDouble());
        assertTrue(plan.get("bound").asDouble() >= plan.get("objective").asDouble());
        assertEquals(planned.size(), plan.get("planned").asInt());
    }

    @Test
    void everySeriousAlertOfASegmentHasAnActionOrAReason() throws IOException {
        Set<String> answered =
                actions.stream().map(row -> row.get("segment_id")).collect(Collectors.toCollection(HashSet::new));
        plan().get("unanswered_alerts")
                .forEach(alert -> answered.add(alert.get("segment_id").asText()));
        for (Map<String, String> alert : Cli.rows(SampleRun.out().resolve("alerts.csv"))) {
            boolean serious = Set.of("CRITICAL", "HIGH").contains(alert.get("severity"));
            boolean ofSegment = !alert.get("segment_id").contains("*");
            assertTrue(!serious || !ofSegment || answered.contains(alert.get("segment_id")), alert::toString);
        }
    }

    @Test
    void whatIsNotPlannedSaysWhyNot() {
        actions.stream()
                .filter(row -> row.get("planned").equals("no"))
                .forEach(row -> assertTrue(row.get("why_not").contains(" / "), row::toString));
    }

    @Test
    void theFunnelAccountsForEveryPair() throws IOException {
        JsonNode funnel = plan().get("funnel");
        int removed = 0;
        for (JsonNode count : funnel.get("removed")) {
            removed += count.asInt();
        }
        assertEquals(funnel.get("entered").asInt(), removed + planned.size());
    }
}
