package io.segmentradar.planted.core.alert;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record AlertUsesRun(Late late) {}
