package io.segmentradar.planted.core.kpi;

import io.segmentradar.planted.core.run.Late;

/** Planted violation: the architecture suite must object to it. */
public record KpiUsesRun(Late late) {}
