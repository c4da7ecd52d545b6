package io.segmentradar.planted.http;

import org.ojalgo.optimisation.ExpressionsBasedModel;

/** Planted violation: the architecture suite must object to it. */
final class UsesOptimiser {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();

    ExpressionsBasedModel model() {
        return model;
    }
}
