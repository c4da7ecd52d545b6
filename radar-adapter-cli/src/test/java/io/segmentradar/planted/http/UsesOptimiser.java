package io.segmentradar.planted.http;

import org.ojalgo.optimisation.ExpressionsBasedModel;

/** Planted violation: the architecture suite must object to it. */
public record UsesOptimiser(ExpressionsBasedModel model) {}
