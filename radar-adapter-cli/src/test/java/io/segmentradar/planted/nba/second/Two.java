package io.segmentradar.planted.nba.second;

import io.segmentradar.planted.nba.first.One;

/** Planted violation: the architecture suite must object to it. */
public record Two(One one) {}
