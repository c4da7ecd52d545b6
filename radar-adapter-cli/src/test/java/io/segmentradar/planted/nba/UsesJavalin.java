package io.segmentradar.planted.nba;

import io.javalin.Javalin;

/** Planted violation: the architecture suite must object to it. */
public record UsesJavalin(Javalin server) {}
