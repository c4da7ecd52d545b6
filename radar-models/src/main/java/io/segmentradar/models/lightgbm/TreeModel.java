package io.segmentradar.models.lightgbm;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;

/** Boosted trees in native memory, ready to predict from several threads. Closing twice does no harm. */
public final class TreeModel implements AutoCloseable {
    /** Predicting with other parameters would reset the library's thread count for everyone. */
    static final String ONE_THREAD = "num_threads=1";

    private static final String END = "end of parameters";

    private final String text;
    private final int width;
    private LGBMBooster booster;

    private TreeModel(String text, int width, LGBMBooster booster) {
        this.text = text;
        this.width = width;
        this.booster = booster;
    }

    /**
     * Reads a model that {@link #text} wrote.
     *
     * @param width number of inputs it must have
     */
    public static TreeModel parse(String text, int width) {
        // A shortened model text aborts the process inside the library, so its frame is checked first.
        if (text == null || !text.startsWith("tree") || !text.contains("end of trees") || !text.contains(END)) {
            throw new LightGbmException("Not a complete LightGBM model text");
        }
        NativeLibrary.load();
        try {
            LGBMBooster booster = LGBMBooster.loadModelFromString(text);
            TreeModel model = new TreeModel(text, width, booster);
            if (booster.getNumFeature() != width) {
                int found = booster.getNumFeature();
                model.close();
                throw new LightGbmException("The model has " + found + " inputs, expected " + width);
            }
            return model;
        } catch (LGBMException e) {
            throw new LightGbmException("LightGBM cannot read the model: " + e.getMessage(), e);
        }
    }

    /** LightGBM's own text format. */
    public String text() {
        return text;
    }

    /**
     * @param matrix inputs, row-major, {@code rows × width}
     * @return one prediction a row
     */
    public double[] predict(float[] matrix, int rows) {
        return call(matrix, rows, PredictionType.C_API_PREDICT_NORMAL);
    }

    /**
     * TreeSHAP contributions (Lundberg et al. 2020) of each input, then the expected value: {@code rows × (width + 1)};
     * a row sums to its prediction.
     */
    public double[] contributions(float[] matrix, int rows) {
        return call(matrix, rows, PredictionType.C_API_PREDICT_CONTRIB);
    }

    private double[] call(float[] matrix, int rows, PredictionType type) {
        if (matrix.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    "A matrix of " + matrix.length + " values is not " + rows + " rows x " + width);
        }
        if (booster == null) {
            throw new IllegalStateException("The model is closed");
        }
        if (rows == 0) {
            return new double[0];
        }
        try {
            return booster.predictForMat(matrix, rows, width, true, type, ONE_THREAD);
        } catch (LGBMException e) {
            throw new LightGbmException("LightGBM could not predict: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        if (booster != null) {
            try {
                booster.close();
            } catch (LGBMException e) {
                throw new LightGbmException("LightGBM could not free a model: " + e.getMessage(), e);
            } finally {
                booster = null;
            }
        }
    }
}
