package io.segmentradar.core.action.policy;

import io.segmentradar.core.action.catalog.Urgency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How candidates are weighed against one another: score = value × urgency × relationship × lever.
 *
 * @param urgency weight by urgency, above 0; 1 where not given
 * @param relationship weights by key value, multiplied
 * @param levers the bank's weight on a category, above 0; 1 where not given
 */
public record ArbitrationPolicy(
        Map<Urgency, Double> urgency, List<RelationshipWeight> relationship, Map<String, Double> levers) {
    public static final ArbitrationPolicy NEUTRAL = new ArbitrationPolicy(Map.of(), List.of(), Map.of());

    public ArbitrationPolicy {
        urgency = Map.copyOf(new EnumMap<>(urgency.isEmpty() ? new EnumMap<>(Urgency.class) : urgency));
        relationship = List.copyOf(relationship);
        levers = Map.copyOf(levers);
        urgency.forEach((level, weight) -> requirePositive("urgency " + level, weight));
        levers.forEach((category, weight) -> requirePositive("lever of " + category, weight));
    }

    private static void requirePositive(String what, double weight) {
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("Weight of " + what + " must be above 0, got " + weight);
        }
    }

    public double urgencyWeight(Urgency level) {
        return urgency.getOrDefault(level, 1.0);
    }

    public double lever(String category) {
        return levers.getOrDefault(category, 1.0);
    }

    /** Weight of the segments whose dimension has this value. */
    public record RelationshipWeight(String dimension, String value, double weight) {
        public RelationshipWeight {
            requirePositive(dimension + " " + value, weight);
        }
    }
}
