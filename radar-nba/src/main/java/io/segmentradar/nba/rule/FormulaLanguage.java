package io.segmentradar.nba.rule;

import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import java.math.MathContext;
import java.util.Map;

/**
 * The language of catalogue formulas. It is closed: arithmetic, comparisons, {@code && || !} and the functions ABS, MIN,
 * MAX, IF; no clock, no random numbers, no objects, nothing of the JVM, and no loops, so every formula ends.
 */
final class FormulaLanguage {
    private static final MapBasedOperatorDictionary OPERATORS = new MapBasedOperatorDictionary();
    private static final MapBasedFunctionDictionary FUNCTIONS = new MapBasedFunctionDictionary();

    static {
        OPERATORS.addOperator("-", new PrefixMinusOperator());
        OPERATORS.addOperator("!", new PrefixNotOperator());
        OPERATORS.addOperator("+", new InfixPlusOperator());
        OPERATORS.addOperator("-", new InfixMinusOperator());
        OPERATORS.addOperator("*", new InfixMultiplicationOperator());
        OPERATORS.addOperator("/", new InfixDivisionOperator());
        OPERATORS.addOperator("==", new InfixEqualsOperator());
        OPERATORS.addOperator("!=", new InfixNotEqualsOperator());
        OPERATORS.addOperator(">", new InfixGreaterOperator());
        OPERATORS.addOperator(">=", new InfixGreaterEqualsOperator());
        OPERATORS.addOperator("<", new InfixLessOperator());
        OPERATORS.addOperator("<=", new InfixLessEqualsOperator());
        OPERATORS.addOperator("&&", new InfixAndOperator());
        OPERATORS.addOperator("||", new InfixOrOperator());
        FUNCTIONS.addFunction("ABS", new AbsFunction());
        FUNCTIONS.addFunction("MIN", new MinFunction());
        FUNCTIONS.addFunction("MAX", new MaxFunction());
        FUNCTIONS.addFunction("IF", new IfFunction());
    }

    private FormulaLanguage() {}

    static ExpressionConfiguration over(Scope scope) {
        return ExpressionConfiguration.builder()
                .operatorDictionary(OPERATORS)
                .functionDictionary(FUNCTIONS)
                .mathContext(MathContext.DECIMAL64)
                .dataAccessorSupplier(() -> scope)
                .defaultConstants(Map.of("TRUE", EvaluationValue.TRUE, "FALSE", EvaluationValue.FALSE))
                .arraysAllowed(false)
                .structuresAllowed(false)
                .binaryAllowed(false)
                .implicitMultiplicationAllowed(false)
                .singleQuoteStringLiteralsAllowed(true)
                .build();
    }
}
