package io.segmentradar.planted.http;

import com.ezylang.evalex.Expression;

/** Planted violation: the architecture suite must object to it. */
final class UsesFormulas {
    private final Expression expression = new Expression("1 + 1");

    Expression expression() {
        return expression;
    }
}
