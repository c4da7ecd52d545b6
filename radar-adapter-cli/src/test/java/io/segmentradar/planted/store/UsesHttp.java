package io.segmentradar.planted.store;

import io.segmentradar.planted.http.UsesPicocli;

/** Planted violation: the architecture suite must object to it. */
public record UsesHttp(UsesPicocli line) {}
