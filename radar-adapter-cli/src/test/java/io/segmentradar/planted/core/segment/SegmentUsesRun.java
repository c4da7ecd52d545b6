package io.segmentradar.planted.core.segment;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record SegmentUsesRun(Late late) {}
