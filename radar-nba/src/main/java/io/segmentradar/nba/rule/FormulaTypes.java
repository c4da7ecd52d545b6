package io.segmentradar.nba.rule;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.names.NearestNames;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Static types of a formula, so that a rule which compares text with a number, names a fact that does not exist or a
 * grade that no segment has fails when the spec is read and not never.
 */
final class FormulaTypes {
    private static final Set<String> EQUALITY = Set.of("==", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final Set<String> LOGIC = Set.of("&&", "||");
    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE");

    private final Scope scope;
    private final List<String> used;
    private final Consumer<String> complain;

    /**
     * @param used receives the facts that the formula reads
     */
    FormulaTypes(Scope scope, List<String> used, Consumer<String> complain) {
        this.scope = scope;
        this.used = used;
        this.complain = complain;
    }

    static String name(FactUnit unit) {
        return unit == FactUnit.TRUTH ? "true or false" : unit == FactUnit.TEXT ? "a text" : "a number";
    }

    /** Unit of a node's value; empty after a complaint. */
    Optional<FactUnit> of(ASTNode node) {
        String symbol = node.getToken().getValue();
        return switch (node.getToken().getType()) {
            case NUMBER_LITERAL -> Optional.of(FactUnit.NUMBER);
            case STRING_LITERAL -> Optional.of(FactUnit.TEXT);
            case VARIABLE_OR_CONSTANT -> name(symbol);
            case PREFIX_OPERATOR -> all(node, symbol.equals("!") ? FactUnit.TRUTH : FactUnit.NUMBER);
            case INFIX_OPERATOR -> infix(node, symbol);
            case FUNCTION -> function(node, symbol.toUpperCase(Locale.ROOT));
            default -> refuse("'" + symbol + "' is not part of the language");
        };
    }

    private Optional<FactUnit> name(String name) {
        if (CONSTANTS.contains(name)) {
            return Optional.of(FactUnit.TRUTH);
        }
        if (scope.isParameter(name)) {
            return Optional.of(FactUnit.NUMBER);
        }
        Optional<Fact> fact = scope.fact(name);
        if (fact.isEmpty()) {
            return refuse("there is no fact '" + name + "'" + NearestNames.hint(name, scope.names())
                    + "; all facts are in docs/actions.md");
        }
        if (!used.contains(name)) {
            used.add(name);
        }
        return fact.map(Fact::unit);
    }

    private Optional<FactUnit> infix(ASTNode node, String operator) {
        if (LOGIC.contains(operator)) {
            return all(node, FactUnit.TRUTH);
        }
        if (ORDER.contains(operator)) {
            return all(node, FactUnit.NUMBER).map(number -> FactUnit.TRUTH);
        }
        if (EQUALITY.contains(operator)) {
            return alike(node, 0).map(unit -> {
                requireKnownValue(
                        node.getParameters().get(0), node.getParameters().get(1));
                requireKnownValue(
                        node.getParameters().get(1), node.getParameters().get(0));
                return FactUnit.TRUTH;
            });
        }
        return all(node, FactUnit.NUMBER);
    }

    private Optional<FactUnit> function(ASTNode node, String function) {
        if (!function.equals("IF")) {
            return all(node, FactUnit.NUMBER);
        }
        Optional<FactUnit> condition = of(node.getParameters().get(0));
        if (condition.isPresent() && condition.get() != FactUnit.TRUTH) {
            return refuse("the first argument of IF must be true or false");
        }
        Optional<FactUnit> branches = alike(node, 1);
        return condition.isPresent() ? branches : Optional.empty();
    }

    /** All arguments of a family; the result is of the same. */
    private Optional<FactUnit> all(ASTNode node, FactUnit family) {
        boolean good = true;
        for (ASTNode argument : node.getParameters()) {
            Optional<FactUnit> unit = of(argument);
            if (unit.isPresent() && !alike(unit.get(), family)) {
                refuse("'" + node.getToken().getValue() + "' needs " + name(family) + " on each side, found "
                        + name(unit.get()));
            }
            good &= unit.isPresent() && alike(unit.get(), family);
        }
        return good ? Optional.of(family) : Optional.empty();
    }

    /** Arguments from {@code first} on are of one family. */
    private Optional<FactUnit> alike(ASTNode node, int first) {
        List<Optional<FactUnit>> units =
                node.getParameters().stream().skip(first).map(this::of).toList();
        if (units.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        FactUnit unit = units.get(0).orElseThrow();
        return units.stream().allMatch(other -> alike(other.orElseThrow(), unit))
                ? Optional.of(unit.isNumeric() ? FactUnit.NUMBER : unit)
                : refuse("'" + node.getToken().getValue() + "' mixes " + name(unit) + " with something else");
    }

    static boolean alike(FactUnit unit, FactUnit family) {
        return name(unit).equals(name(family));
    }

    private void requireKnownValue(ASTNode variable, ASTNode literal) {
        if (variable.getToken().getType() != TokenType.VARIABLE_OR_CONSTANT
                || literal.getToken().getType() != TokenType.STRING_LITERAL) {
            return;
        }
        String value = literal.getToken().getValue();
        scope.fact(variable.getToken().getValue())
                .filter(fact -> !fact.values().isEmpty() && !fact.values().contains(value))
                .ifPresent(
                        fact -> refuse("'" + fact.id() + "' is never '" + value + "'; it is one of " + fact.values()));
    }

    private Optional<FactUnit> refuse(String what) {
        complain.accept(what);
        return Optional.empty();
    }
}
