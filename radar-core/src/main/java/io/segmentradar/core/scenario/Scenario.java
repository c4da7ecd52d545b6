package io.segmentradar.core.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What if? Named changes of a run's inputs and assumptions.
 *
 * @param covariates id of an outside series to its other course
 * @param assumptions id of an assumption of the action catalogue, such as a margin, to its other value
 * @param probability as the author believes; never made up
 */
public record Scenario(
        String name,
        Map<String, CovariateShift> covariates,
        List<GroupShock> shocks,
        Map<String, Double> assumptions,
        OptionalDouble probability) {
    public Scenario {
        covariates = Collections.unmodifiableMap(new LinkedHashMap<>(covariates));
        shocks = List.copyOf(shocks);
        assumptions = Collections.unmodifiableMap(new LinkedHashMap<>(assumptions));
        if (name.isBlank() || name.length() > 100) {
            throw new IllegalArgumentException("A scenario needs a name of at most 100 characters");
        }
        if (probability.isPresent() && !(probability.getAsDouble() > 0 && probability.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("A probability is above 0 and at most 1, got " + probability);
        }
    }

    /** Nothing changed: the stored run itself. */
    public static Scenario base() {
        return new Scenario("base", Map.of(), List.of(), Map.of(), OptionalDouble.empty());
    }
}
