package io.segmentradar.planted.core.fx;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record FxUsesRun(Late late) {}
