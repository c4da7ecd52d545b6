package io.segmentradar.planted.core.action;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record ActionUsesRun(Late late) {}
