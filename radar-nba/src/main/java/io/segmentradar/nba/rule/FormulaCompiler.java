package io.segmentradar.nba.rule;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.parser.ParseException;
import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.action.catalog.RuleExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the formulas of one rule into checked ones and collects what is wrong with them. */
final class FormulaCompiler {
    private final Scope scope;
    private final String owner;
    private final List<String> problems;

    /**
     * @param owner what the formulas belong to, for complaints: {@code rule DEPOSIT_GROWTH}
     * @param problems where complaints go, each with line and path
     */
    FormulaCompiler(Scope scope, String owner, List<String> problems) {
        this.scope = scope;
        this.owner = owner;
        this.problems = problems;
    }

    Scope scope() {
        return scope;
    }

    void complain(int line, String what) {
        problems.add("line " + line + ", " + owner + ": " + what);
    }

    private void complain(RuleExpression source, String what) {
        complain(source.line(), source.path() + ": " + what + ", in \"" + source.text() + "\"");
    }

    /** The formula; empty after a complaint. */
    Optional<Formula> compile(RuleExpression source, FactUnit expected) {
        int before = problems.size();
        try {
            Expression expression = new Expression(source.text(), FormulaLanguage.over(scope));
            List<String> used = new ArrayList<>();
            Optional<FactUnit> unit = new FormulaTypes(scope, used, what -> complain(source, what))
                    .of(expression.getAbstractSyntaxTree());
            if (unit.isPresent() && !FormulaTypes.alike(unit.get(), expected)) {
                complain(source, "must be " + FormulaTypes.name(expected) + ", is " + FormulaTypes.name(unit.get()));
            }
            return problems.size() > before ? Optional.empty() : Optional.of(new Formula(expression, scope, used));
        } catch (ParseException e) {
            complain(source, e.getMessage() + " at character " + e.getStartPosition());
            return Optional.empty();
        }
    }
}
