package io.segmentradar.planted.features.spec;

import io.segmentradar.planted.models.lightgbm.UsesCsv;

/** Planted violation: the architecture suite must object to it. */
public record UsesModels(UsesCsv csv) {}
