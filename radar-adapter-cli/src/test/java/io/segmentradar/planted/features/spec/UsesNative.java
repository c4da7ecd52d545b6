package io.segmentradar.planted.features.spec;

import io.github.metarank.lightgbm4j.LGBMBooster;

/** Planted violation: the architecture suite must object to it. */
public record UsesNative(LGBMBooster model) {}
