package io.segmentradar.core.alike;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much each aspect counts in the distance between two segments. Aspects are first brought to one scale, on which
 * two segments taken at random are 1 apart in each; so a weight means what it says.
 *
 * @param weights at least 0, not all 0; an aspect that is not named has its usual weight
 */
public record AspectWeights(Map<Aspect, Double> weights) {
    public static final AspectWeights USUAL = new AspectWeights(Map.of());

    public AspectWeights {
        Map<Aspect, Double> all = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            double weight = weights.getOrDefault(aspect, aspect.usualWeight());
            if (!(weight >= 0 && Double.isFinite(weight))) {
                throw new IllegalArgumentException("The weight of " + aspect + " must be at least 0, got " + weight);
            }
            all.put(aspect, weight);
        }
        if (all.values().stream().allMatch(weight -> weight == 0)) {
            throw new IllegalArgumentException("At least one aspect needs a weight above 0");
        }
        weights = Collections.unmodifiableMap(all);
    }

    public double of(Aspect aspect) {
        return weights.get(aspect);
    }

    public double total() {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The same weights without one aspect. */
    public AspectWeights without(Aspect aspect) {
        Map<Aspect, Double> rest = new EnumMap<>(weights);
        rest.put(aspect, 0.0);
        return new AspectWeights(rest);
    }
}
