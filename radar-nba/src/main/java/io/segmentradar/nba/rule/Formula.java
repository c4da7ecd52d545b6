package io.segmentradar.nba.rule;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import io.segmentradar.core.kpi.Label;
import java.util.List;
import java.util.Optional;

/**
 * A checked formula. It has no value while one of its facts is missing: a figure that nobody knows neither triggers nor
 * prevents anything by being taken for 0.
 */
public final class Formula {
    private final Expression expression;
    private final Scope scope;
    private final List<String> facts;

    Formula(Expression expression, Scope scope, List<String> facts) {
        this.expression = expression;
        this.scope = scope;
        this.facts = List.copyOf(facts);
    }

    /** Name of the first fact that is missing for the present segment. */
    private Optional<Label> missing() {
        for (String fact : facts) {
            if (scope.value(fact) == null) {
                return Optional.of(scope.facts().label(fact));
            }
        }
        return Optional.empty();
    }

    /** True where the formula has a value and holds. */
    public boolean holds() {
        return evaluate().map(EvaluationValue::getBooleanValue).orElse(false);
    }

    public Optional<Double> number() {
        return evaluate().map(value -> value.getNumberValue().doubleValue());
    }

    /** A Double, String or Boolean; null where a fact is missing. */
    Object valueOrNull() {
        return evaluate()
                .map(value -> value.isNumberValue()
                        ? (Object) value.getNumberValue().doubleValue()
                        : value.isBooleanValue() ? value.getBooleanValue() : value.getStringValue())
                .orElse(null);
    }

    private Optional<EvaluationValue> evaluate() {
        if (missing().isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(expression.evaluate());
        } catch (EvaluationException undefined) {
            // Types are checked when the formula is compiled, so what is left is arithmetic without a result, such as
            // a division by 0: the formula has no value for this segment.
            return Optional.empty();
        } catch (ParseException impossible) {
            throw new IllegalStateException("A compiled formula cannot be parsed again", impossible);
        }
    }
}
