package io.segmentradar.nba.rule;

import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.kpi.Label;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All names a formula may use, with their values for one segment at a time. Values are read once a segment, when asked
 * for. Not thread-safe.
 */
public final class FactValues {
    private static final String ACTIONS_FOUND = "actions_found";

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Object> cache = new HashMap<>();
    private SegmentView segment;
    private int actionsFound;

    FactValues(List<Fact> facts) {
        facts.forEach(fact -> this.facts.put(fact.id(), fact));
        add(Fact.of(ACTIONS_FOUND, FactUnit.NUMBER, "앞선 유형에서 찾은 액션 수", "Actions found by the types before", view ->
                (double) actionsFound));
    }

    /** Adds a name; false if it is taken. */
    boolean add(Fact fact) {
        return facts.putIfAbsent(fact.id(), fact) == null;
    }

    public void moveTo(SegmentView view) {
        segment = view;
        actionsFound = 0;
        cache.clear();
    }

    /** Notes that a rule was triggered for the present segment, so that a later one can be the fallback. */
    public void countAction() {
        actionsFound++;
        cache.remove(ACTIONS_FOUND);
    }

    public SegmentView segment() {
        return segment;
    }

    Set<String> names() {
        return facts.keySet();
    }

    Optional<Fact> find(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    FactUnit unit(String name) {
        return facts.get(name).unit();
    }

    Label label(String name) {
        return facts.get(name).label();
    }

    /** A Double, String or Boolean; null where the figure is missing. */
    Object value(String name) {
        if (cache.containsKey(name)) {
            return cache.get(name);
        }
        Object value = facts.get(name).reader().apply(segment);
        cache.put(name, value);
        return value;
    }
}
