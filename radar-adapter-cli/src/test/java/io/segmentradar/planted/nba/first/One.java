package io.segmentradar.planted.nba.first;

import io.segmentradar.planted.nba.second.Two;

/** Planted violation: the architecture suite must object to it. */
public record One(Two two) {}
