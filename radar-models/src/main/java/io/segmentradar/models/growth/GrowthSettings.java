package io.segmentradar.models.growth;

import io.segmentradar.models.lightgbm.TreeParameters;

/**
 * How the growth model is trained: on several small random samples of the rows, whose predictions are averaged (bagging,
 * Breiman 1996). Short panels are noisy; the mean of models that each saw a part of the rows errs less than one model
 * that saw all, and costs less time on large panels. Small panels can afford more of them.
 *
 * @param trees of each model
 * @param leaves of each tree
 * @param bags models averaged
 */
public record GrowthSettings(int trees, int leaves, double learningRate, int bags, long seed) {
    /** Most models that are ever averaged. */
    public static final int MAX_BAGS = 3;

    private static final int ROWS_PER_BAG = 6_000;
    private static final int LEAVES_PER_BAG = 250;
    private static final int MIN_LEAF = 5;
    private static final int CELLS_PER_PANEL = 30_000;
    private static final int MIN_BAGS = 2;

    /**
     * What has proved itself on panels of some hundred to some thousand series.
     *
     * @param cells nodes times months of the panel
     */
    public static GrowthSettings standard(int cells, long seed) {
        int bags = Math.max(MIN_BAGS, Math.min(MAX_BAGS, CELLS_PER_PANEL / Math.max(1, cells)));
        return new GrowthSettings(50, 15, 0.12, bags, seed);
    }

    /** One bag, to compare sets of inputs at a fraction of the cost. */
    public static GrowthSettings trial(long seed) {
        return new GrowthSettings(50, 15, 0.12, 1, seed);
    }

    /** Share of {@code rows} that a bag holds, in (0, 1]. */
    double share(int rows) {
        return Math.min(1, (double) ROWS_PER_BAG / Math.max(1, rows));
    }

    TreeParameters parameters(int rows, int bag) {
        int leaf = Math.max(MIN_LEAF, rows / LEAVES_PER_BAG);
        return new TreeParameters("regression_l1", trees, leaves, learningRate, leaf, 1, seed + bag);
    }
}
