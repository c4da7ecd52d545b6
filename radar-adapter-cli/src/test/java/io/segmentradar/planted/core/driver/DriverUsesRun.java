package io.segmentradar.planted.core.driver;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record DriverUsesRun(Late late) {}
