package io.segmentradar.nba.rule;

import com.ezylang.evalex.data.DataAccessorIfc;
import com.ezylang.evalex.data.EvaluationValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names that one rule may use: its own parameters, then the facts. */
final class Scope implements DataAccessorIfc {
    private final FactValues facts;
    private final Map<String, Double> parameters;

    Scope(FactValues facts, Map<String, Double> parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(facts.names());
        names.addAll(parameters.keySet());
        return names;
    }

    boolean isParameter(String name) {
        return parameters.containsKey(name);
    }

    Optional<Fact> fact(String name) {
        return facts.find(name);
    }

    FactValues facts() {
        return facts;
    }

    /** A Double, String or Boolean; null where the figure is missing. */
    Object value(String name) {
        return parameters.containsKey(name) ? parameters.get(name) : facts.value(name);
    }

    @Override
    public EvaluationValue getData(String variable) {
        Object value = value(variable);
        if (value instanceof Double number) {
            return EvaluationValue.numberValue(BigDecimal.valueOf(number));
        }
        if (value instanceof Boolean truth) {
            return EvaluationValue.booleanValue(truth);
        }
        return value == null ? EvaluationValue.NULL_VALUE : EvaluationValue.stringValue((String) value);
    }

    @Override
    public void setData(String variable, EvaluationValue value) {
        throw new UnsupportedOperationException("Formulas only read; '" + variable + "' cannot be set");
    }
}
