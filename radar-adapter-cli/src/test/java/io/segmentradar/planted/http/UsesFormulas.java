package io.segmentradar.planted.http;

import com.ezylang.evalex.Expression;

/** Planted violation: the architecture suite must object to it. */
public record UsesFormulas(Expression formula) {}
