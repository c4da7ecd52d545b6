package io.segmentradar.core.action.catalog;

/**
 * A formula of a catalogue as its author wrote it, over named facts.
 *
 * @param path keys from the top of the spec, such as {@code actions.rules[3].trigger}
 * @param line 1-based line in the spec
 */
public record RuleExpression(String text, String path, int line) {
    public RuleExpression {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException(path + " (line " + line + ") needs an expression");
        }
    }
}
