package io.segmentradar.core.action.catalog;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When an action is right for a segment; every formula is true or false.
 *
 * @param eligible whether the bank may offer it to such a segment at all
 * @param trigger what in the figures calls for it
 * @param unsuitable what speaks against it although it was triggered
 * @param urgency the first level whose formula is true; else {@code otherwise}
 */
public record RuleConditions(
        Optional<RuleExpression> eligible,
        RuleExpression trigger,
        List<Objection> unsuitable,
        Map<Urgency, RuleExpression> urgency,
        Urgency otherwise) {
    public RuleConditions {
        unsuitable = List.copyOf(unsuitable);
        urgency = new EnumMap<>(urgency.isEmpty() ? new EnumMap<>(Urgency.class) : urgency);
    }

    @Override
    public Map<Urgency, RuleExpression> urgency() {
        return Collections.unmodifiableMap(urgency);
    }
}
