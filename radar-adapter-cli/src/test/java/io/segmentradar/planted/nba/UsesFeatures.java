package io.segmentradar.planted.nba;

import io.segmentradar.planted.features.spec.UsesNative;

/** Planted violation: the architecture suite must object to it. */
public record UsesFeatures(UsesNative model) {}
