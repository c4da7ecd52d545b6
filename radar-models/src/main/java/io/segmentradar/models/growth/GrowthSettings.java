package io.segmentradar.models.growth;

import io.segmentradar.models.lightgbm.TreeParameters;

/**
 * How the growth model is trained, fitted to the size of the panel: large panels get a smaller share of rows per tree,
 * which bounds the time and costs nothing in accuracy, small ones smaller leaves.
 *
 * @param trees of each model
 * @param leaves of each tree
 */
public record GrowthSettings(int trees, int leaves, double learningRate, long seed) {
    private static final int ROWS_PER_TREE = 12_000;
    private static final double MAX_SHARE = 0.7;
    private static final double MIN_SHARE = 0.1;
    private static final int ROWS_PER_LEAF = 100;
    private static final int LEAVES_PER_PANEL = 250;

    /** What has proved itself on panels of some hundred to some thousand series. */
    public static GrowthSettings standard(long seed) {
        return new GrowthSettings(70, 15, 0.1, seed);
    }

    /** Fewer and stronger trees, to compare sets of inputs at half the cost. */
    public static GrowthSettings trial(long seed) {
        return new GrowthSettings(35, 15, 0.2, seed);
    }

    TreeParameters parameters(int rows) {
        double share = Math.max(MIN_SHARE, Math.min(MAX_SHARE, (double) ROWS_PER_TREE / rows));
        int leaf = Math.max(5, Math.min(ROWS_PER_LEAF, rows / LEAVES_PER_PANEL));
        return new TreeParameters("regression_l1", trees, leaves, learningRate, leaf, share, seed);
    }
}
