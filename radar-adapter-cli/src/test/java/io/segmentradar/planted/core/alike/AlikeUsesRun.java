package io.segmentradar.planted.core.alike;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record AlikeUsesRun(Late late) {}
