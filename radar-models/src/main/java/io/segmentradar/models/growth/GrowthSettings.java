package io.segmentradar.models.growth;

import io.segmentradar.models.lightgbm.TreeParameters;

/**
 * How a global model is trained: on a few small random samples of the rows, whose predictions are averaged (bagging,
 * Breiman 1996). Short panels are noisy; the mean of models that each saw a part of the rows errs less than one model
 * that saw all, and costs less time. From few rows smaller trees of fewer inputs learn better, and cost less again.
 *
 * @param trees of each model
 * @param leaves of each tree
 * @param inputShare share of the inputs that a tree may choose from, in (0, 1]
 * @param bags models averaged, at most {@link #MAX_BAGS}
 * @param rows of each bag, at the most
 */
public record GrowthSettings(
        int trees, int leaves, double learningRate, double inputShare, int bags, int rows, long seed) {
    /** Most models that are ever averaged. */
    public static final int MAX_BAGS = 4;

    private static final int ROWS_PER_BAG = 6_000;
    private static final int LEAVES_PER_BAG = 250;
    private static final int MIN_LEAF = 5;

    /** Largest share of the rows in a bag: bags of the same rows would say the same. */
    private static final double MAX_SHARE = 0.75;

    /** Nodes times months below which trees are small. */
    private static final int SMALL_PANEL = 9_000;

    /** Nodes times months from which a third bag is not worth its time. */
    private static final int LARGE_PANEL = 20_000;

    /**
     * What has proved itself on panels of some hundred to some thousand series.
     *
     * @param cells nodes times months of the panel
     */
    public static GrowthSettings standard(int cells, long seed) {
        if (cells < SMALL_PANEL) {
            return new GrowthSettings(40, 6, 0.12, 0.2, 2, ROWS_PER_BAG, seed);
        }
        return cells < LARGE_PANEL
                ? new GrowthSettings(50, 10, 0.12, 0.3, 3, ROWS_PER_BAG, seed)
                : new GrowthSettings(50, 15, 0.12, 0.3, 2, ROWS_PER_BAG, seed);
    }

    /** One bag of half the rows, to compare sets of inputs at a fraction of the cost. */
    public GrowthSettings trial() {
        return new GrowthSettings(trees, leaves, learningRate, inputShare, 1, rows / 2, seed);
    }

    /** For a probability: activity is rare, so one bag sees as many rows as two. */
    GrowthSettings hurdle() {
        return new GrowthSettings(trees, leaves, learningRate, inputShare, 1, 2 * rows, seed);
    }

    /** Share of {@code all} rows that a bag holds, in (0, 1]. */
    double share(int all) {
        return Math.min(bags > 1 ? MAX_SHARE : 1, (double) rows / Math.max(1, all));
    }

    TreeParameters parameters(Objective objective, int learned, int bag) {
        int leaf = Math.max(MIN_LEAF, learned / LEAVES_PER_BAG);
        return new TreeParameters(objective.text(), trees, leaves, learningRate, leaf, inputShare, seed + bag);
    }
}
