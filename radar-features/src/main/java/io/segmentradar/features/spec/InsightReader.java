package io.segmentradar.features.spec;

import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.AspectWeights;
import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.names.NearestNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Reads how segments are compared ({@code alike}) and what is FX business ({@code fx}); both may be left out. */
final class InsightReader {
    private static final AlikePolicy USUAL = AlikePolicy.USUAL;

    private InsightReader() {}

    static AlikePolicy alike(SpecSection top) {
        List<AlikePolicy> policies = new ArrayList<>(List.of(USUAL));
        if (top.has("alike")) {
            SpecSection.read(top.node("alike"), top.problems(), s -> {
                Map<Aspect, Double> weights = weights(s, "weights", Aspect.class, Aspect::usualWeight);
                int neighbours = s.whole("neighbours", USUAL.neighbours(), 1, 50);
                int least = s.whole("least_clusters", USUAL.leastClusters(), 2, 20);
                int most = s.whole("most_clusters", USUAL.mostClusters(), 2, 20);
                check(s, () -> policies.set(0, new AlikePolicy(new AspectWeights(weights), neighbours, least, most)));
            });
        }
        return policies.get(0);
    }

    static Optional<FxPolicy> fx(SpecSection top) {
        List<FxPolicy> policies = new ArrayList<>();
        if (top.has("fx")) {
            SpecSection.read(top.node("fx"), top.problems(), s -> {
                String series = s.text("series", FxRegime.SERIES);
                String exports = s.text("exports");
                String imports = s.text("imports");
                List<String> sensitive = s.texts("sensitive");
                List<String> rising = s.texts("rising");
                List<String> falling = s.texts("falling");
                Map<FxFactor, Double> opportunity =
                        weights(s, "opportunity", FxFactor.class, FxFactor::usualOpportunity);
                Map<FxFactor, Double> risk = weights(s, "risk", FxFactor.class, FxFactor::usualRisk);
                check(
                        s,
                        () -> policies.add(
                                new FxPolicy(series, exports, imports, sensitive, rising, falling, opportunity, risk)));
            });
        }
        return policies.stream().findFirst();
    }

    /** Weights by small-letter name; a name that is not given has its usual weight. */
    private static <E extends Enum<E>> Map<E, Double> weights(
            SpecSection s, String key, Class<E> type, ToDoubleFunction<E> usual) {
        Map<String, E> known = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants())
                .forEach(value -> known.put(value.name().toLowerCase(Locale.ROOT), value));
        Map<E, Double> weights = new EnumMap<>(type);
        known.values().forEach(value -> weights.put(value, usual.applyAsDouble(value)));
        s.numbers(key, "of at least 0", n -> n >= 0).forEach((name, weight) -> {
            if (known.containsKey(name)) {
                weights.put(known.get(name), weight);
            } else {
                s.problems()
                        .add(
                                s.node(key),
                                "there is no '" + name + "'" + NearestNames.hint(name, known.keySet()) + "; known: "
                                        + String.join(", ", known.keySet()));
            }
        });
        return weights;
    }

    private static void check(SpecSection s, Runnable build) {
        try {
            build.run();
        } catch (IllegalArgumentException e) {
            s.problems().add(s.node(), e.getMessage());
        }
    }
}
