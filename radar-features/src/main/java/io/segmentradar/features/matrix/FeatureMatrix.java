package io.segmentradar.features.matrix;

import io.segmentradar.core.forecast.trained.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Model inputs of every node at every month of a {@link SeriesBlock}, column by column; row = node × months + month. A
 * row holds what was known at the end of its month and nothing later. Missing inputs are NaN, which the tree learner
 * treats as a value of its own.
 */
public final class FeatureMatrix {
    private final List<Feature> features;
    private final float[][] columns;
    private final FeatureSchema schema;

    /**
     * @param categories feature id to the names behind its codes
     */
    FeatureMatrix(List<Feature> features, List<float[]> columns, Map<String, List<String>> categories) {
        this.features = List.copyOf(features);
        this.columns = columns.toArray(new float[0][]);
        this.schema = new FeatureSchema(features.stream().map(Feature::id).toList(), categories);
    }

    /** What a model trained on this matrix expects of another one. */
    public FeatureSchema schema() {
        return schema;
    }

    /**
     * The inputs of the given ids in the given order; columns are shared, not copied.
     *
     * @throws IllegalArgumentException naming the inputs that are not here
     */
    public FeatureMatrix select(List<String> ids) {
        List<String> unknown = new ArrayList<>(ids);
        unknown.removeAll(schema.features());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No inputs " + unknown + "; known: " + schema.features());
        }
        List<Feature> selected = new ArrayList<>();
        List<float[]> own = new ArrayList<>();
        for (String id : ids) {
            int at = schema.features().indexOf(id);
            selected.add(features.get(at));
            own.add(columns[at]);
        }
        return new FeatureMatrix(selected, own, schema.categories());
    }

    /** All inputs except the outside series that are not in {@code covariates}. */
    public FeatureMatrix withCovariates(List<String> covariates) {
        return select(schema.features().stream()
                .filter(id -> !id.startsWith(FeatureSchema.COVARIATE)
                        || covariates.contains(id.substring(FeatureSchema.COVARIATE.length())))
                .toList());
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

    /** One input of the rows asked for. */
    public float[] gather(int[] rows, int feature) {
        float[] column = columns[feature];
        float[] inputs = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            inputs[i] = column[rows[i]];
        }
        return inputs;
    }

    /** The rows asked for, row-major, {@code rows × width}. */
    public float[] gather(int[] rows) {
        float[] dense = new float[rows.length * columns.length];
        for (int f = 0; f < columns.length; f++) {
            float[] column = columns[f];
            for (int i = 0, at = f; i < rows.length; i++, at += columns.length) {
                dense[at] = column[rows[i]];
            }
        }
        return dense;
    }
}
