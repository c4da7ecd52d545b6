package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All types of action that a bank knows, as data.
 *
 * @param categories id to name
 * @param owners role id to name
 * @param channels id to name
 * @param assumptions margins, effectiveness, costs
 * @param facts derived facts; each may use those before it
 */
public record ActionCatalog(
        Map<String, Label> categories,
        Map<String, Label> owners,
        Map<String, Label> channels,
        List<Assumption> assumptions,
        List<FactDefinition> facts,
        List<ActionRule> rules) {
    public static final ActionCatalog EMPTY =
            new ActionCatalog(Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of());

    public ActionCatalog {
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
        channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
        assumptions = List.copyOf(assumptions);
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        List<String> problems = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (ActionRule rule : rules) {
            String where = "rule '" + rule.id() + "' (line " + rule.line() + ") ";
            if (!ids.add(rule.id())) {
                problems.add(where + "is defined twice");
            }
            requireKnown(where + "category", rule.category(), categories, problems);
            requireKnown(where + "owner", rule.delivery().owner(), owners, problems);
            requireKnown(where + "channel", rule.delivery().channel(), channels, problems);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Action catalogue: " + String.join("; ", problems));
        }
    }

    private static void requireKnown(String what, String id, Map<String, Label> known, List<String> problems) {
        if (!known.containsKey(id)) {
            problems.add(what + " '" + id + "' is not defined; known: " + known.keySet());
        }
    }

    public Optional<ActionRule> find(String type) {
        return rules.stream().filter(rule -> rule.id().equals(type)).findFirst();
    }
}
