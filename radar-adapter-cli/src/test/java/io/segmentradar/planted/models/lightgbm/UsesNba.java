package io.segmentradar.planted.models.lightgbm;

import io.segmentradar.planted.nba.UsesJavalin;

/** Planted violation: the architecture suite must object to it. */
public record UsesNba(UsesJavalin server) {}
