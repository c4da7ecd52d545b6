package io.segmentradar.models.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;

/**
 * A binned matrix of inputs in native memory. Owned by one thread; close it once.
 *
 * <p>Rows carry no weights on purpose: with weights the library finds medians by sorting, which doubles the time, and from
 * a weight of 1 on it interpolates beyond the data, so that leaf values run away.
 */
public final class TrainingSet implements AutoCloseable {
    private final int rows;
    private final int width;
    private final String text;
    private final TreeParameters parameters;
    private LGBMDataset data;

    /**
     * @param matrix inputs, row-major, {@code rows × width}; NaN is a missing input, infinities are refused
     */
    public TrainingSet(float[] matrix, int rows, int width, TreeParameters parameters) {
        this(matrix, rows, width, parameters, null);
    }

    /**
     * A set with the bins of another one, which must still be open; saves finding them again.
     *
     * @param bins null to find bins in this matrix
     */
    public TrainingSet(float[] matrix, int rows, int width, TreeParameters parameters, TrainingSet bins) {
        if (rows < 1 || width < 1 || matrix.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    "A training matrix of " + matrix.length + " values is not " + rows + " rows x " + width);
        }
        for (int i = 0; i < matrix.length; i++) {
            if (Float.isInfinite(matrix[i])) {
                throw new IllegalArgumentException("Input " + i % width + " of row " + i / width + " is infinite");
            }
        }
        if (bins != null && (bins.data == null || bins.width != width)) {
            throw new IllegalArgumentException("Bins can only be taken from an open set of the same width");
        }
        NativeLibrary.load();
        this.rows = rows;
        this.width = width;
        this.parameters = parameters;
        this.text = parameters.text();
        try {
            this.data = LGBMDataset.createFromMat(matrix, rows, width, true, text, bins == null ? null : bins.data);
        } catch (LGBMException e) {
            throw new LightGbmException("LightGBM refused the training matrix: " + e.getMessage(), e);
        }
    }

    /**
     * Grows trees on these labels and keeps them.
     *
     * @param labels one a row, finite
     */
    public TreeModel train(float[] labels) {
        try (Growing growing = new Growing(labels)) {
            // The kept copy is free of the training data, which a booster must not outlive.
            return TreeModel.parse(growing.text(), width);
        }
    }

    /**
     * Grows trees, predicts and forgets them: for back-tests, where nothing but the forecasts is wanted.
     *
     * @param matrix inputs to predict from, row-major, {@code count × width}
     */
    public double[] trainAndPredict(float[] labels, float[] matrix, int count) {
        if (matrix.length != (long) count * width) {
            throw new IllegalArgumentException(
                    "A matrix of " + matrix.length + " values is not " + count + " rows x " + width);
        }
        if (count == 0) {
            return new double[0];
        }
        try (Growing growing = new Growing(labels)) {
            return growing.booster.predictForMat(
                    matrix, count, width, true, PredictionType.C_API_PREDICT_NORMAL, TreeModel.ONE_THREAD);
        } catch (LGBMException e) {
            throw new LightGbmException("LightGBM could not predict: " + e.getMessage(), e);
        }
    }

    /** A booster that lives no longer than this call. */
    private final class Growing implements AutoCloseable {
        private final LGBMBooster booster;

        Growing(float[] labels) {
            label(labels);
            try {
                booster = LGBMBooster.create(data, text);
                boolean finished = false;
                for (int tree = 0; tree < parameters.trees() && !finished; tree++) {
                    finished = booster.updateOneIter();
                }
            } catch (LGBMException e) {
                throw new LightGbmException("LightGBM could not train: " + e.getMessage(), e);
            }
        }

        String text() {
            try {
                return booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            } catch (LGBMException e) {
                throw new LightGbmException("LightGBM could not write a model: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new LightGbmException("LightGBM could not free a model: " + e.getMessage(), e);
            }
        }
    }

    private void label(float[] labels) {
        if (data == null) {
            throw new IllegalStateException("The training set is closed");
        }
        if (labels.length != rows) {
            throw new IllegalArgumentException(labels.length + " labels for " + rows + " rows");
        }
        for (int i = 0; i < rows; i++) {
            if (!Float.isFinite(labels[i])) {
                throw new IllegalArgumentException("Label of row " + i + " is not finite: " + labels[i]);
            }
        }
        try {
            data.setField("label", labels);
        } catch (LGBMException e) {
            throw new LightGbmException("LightGBM refused the labels: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (data != null) {
            try {
                data.close();
            } catch (LGBMException e) {
                throw new LightGbmException("LightGBM could not free a training set: " + e.getMessage(), e);
            } finally {
                data = null;
            }
        }
    }
}
