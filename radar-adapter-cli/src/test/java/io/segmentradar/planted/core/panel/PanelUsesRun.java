package io.segmentradar.planted.core.panel;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record PanelUsesRun(Late late) {}
