package io.segmentradar.features.matrix;

import java.util.List;

/**
 * Model inputs of every node at every month of a {@link SeriesBlock}, column by column; row = node × months + month. A
 * row holds what was known at the end of its month and nothing later. Missing inputs are NaN, which the tree learner
 * treats as a value of its own.
 */
public final class FeatureMatrix {
    private final List<Feature> features;
    private final float[][] columns;

    FeatureMatrix(List<Feature> features, List<float[]> columns) {
        this.features = List.copyOf(features);
        this.columns = columns.toArray(new float[0][]);
    }

    public List<Feature> features() {
        return features;
    }

    public int width() {
        return columns.length;
    }

    /** Input {@code feature} of row {@code row}. */
    public float at(int row, int feature) {
        return columns[feature][row];
    }

    /** The rows asked for, row-major, {@code rows × width}. */
    public float[] gather(int[] rows, int count) {
        float[] dense = new float[count * columns.length];
        for (int f = 0; f < columns.length; f++) {
            float[] column = columns[f];
            for (int i = 0, at = f; i < count; i++, at += columns.length) {
                dense[at] = column[rows[i]];
            }
        }
        return dense;
    }
}
