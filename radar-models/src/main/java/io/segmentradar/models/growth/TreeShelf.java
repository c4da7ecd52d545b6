package io.segmentradar.models.growth;

import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.models.lightgbm.TreeModel;
import io.segmentradar.models.lightgbm.TreeParameters;
import java.util.Optional;

/** Where a learner's trees come from and where they go; trainings are numbered as in the schedule, bags from 0. */
public interface TreeShelf {
    /** The inputs that the trees of a training have. */
    FeatureMatrix inputs(int fit);

    /** Trees grown before; the learner does not close them. */
    Optional<TreeModel> saved(int fit, int horizon, int bag);

    /** Whether nothing may be grown: what is not saved has nothing to say. */
    boolean isClosed();

    /** Whether trees of this training are wanted afterwards. */
    boolean wants(int fit);

    /** Takes trees that were just grown, and with them the duty to close them. */
    void keep(int fit, int horizon, int bag, TreeModel trees, TreeParameters parameters);
}
