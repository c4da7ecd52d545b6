package io.segmentradar.planted.core.forecast;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record ForecastUsesRun(Late late) {}
