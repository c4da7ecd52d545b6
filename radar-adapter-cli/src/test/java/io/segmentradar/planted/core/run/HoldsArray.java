package io.segmentradar.planted.core.run;

/** Planted violation: the architecture suite must object to it. */
public record HoldsArray(double[] values) {}
