package io.segmentradar.planted.http;

import io.segmentradar.planted.nba.UsesJavalin;

/** Planted violation: the architecture suite must object to it. */
public record HttpUsesNba(UsesJavalin server) {}
