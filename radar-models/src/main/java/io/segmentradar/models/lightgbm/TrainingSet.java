package io.segmentradar.models.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/**
 * A binned matrix of inputs in native memory. Owned by one thread; closing twice does no harm.
 *
 * <p>Rows carry no weights on purpose: with weights the library finds medians by sorting, which doubles the time, and from
 * a weight of 1 on it interpolates beyond the data, so that leaf values run away.
 */
public final class TrainingSet implements AutoCloseable {
    private final int rows;
    private final int width;
    private final TreeParameters parameters;
    private SWIGTYPE_p_void data;

    private TrainingSet(int rows, int width, TreeParameters parameters, SWIGTYPE_p_void data) {
        this.rows = rows;
        this.width = width;
        this.parameters = parameters;
        this.data = data;
    }

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
        this(rows, width, parameters, create(matrix, rows, width, parameters, bins));
    }

    private static SWIGTYPE_p_void create(
            float[] matrix, int rows, int width, TreeParameters parameters, TrainingSet bins) {
        if (rows < 1) {
            throw new IllegalArgumentException("A training matrix needs rows; it has " + rows);
        }
        if (bins != null && (bins.data == null || bins.width != width)) {
            throw new IllegalArgumentException("Bins can only be taken from an open set of the same width");
        }
        for (int i = 0; i < matrix.length; i++) {
            if (Float.isInfinite(matrix[i])) {
                throw new IllegalArgumentException("Input " + i % width + " of row " + i / width + " is infinite");
            }
        }
        try (InputRows inputs = new InputRows(matrix, rows, width)) {
            return made(
                    out -> lightgbmlib.LGBM_DatasetCreateFromMat(
                            inputs.memory(),
                            lightgbmlib.C_API_DTYPE_FLOAT32,
                            rows,
                            width,
                            1,
                            parameters.text(),
                            bins == null ? null : bins.data,
                            out),
                    "bin the training matrix");
        }
    }

    /** A call of the library that leaves a handle behind. */
    private interface Maker {
        int call(SWIGTYPE_p_p_void out);
    }

    private static SWIGTYPE_p_void made(Maker maker, String what) {
        SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
        try {
            NativeBooster.check(maker.call(out), what);
            return lightgbmlib.voidpp_value(out);
        } finally {
            lightgbmlib.delete_voidpp(out);
        }
    }

    /**
     * Some rows of this set as a set of its own, with the same bins and parameters, for a tenth of what binning costs.
     *
     * @param chosen positions of rows, ascending, at least one
     */
    public TrainingSet subset(int[] chosen) {
        requireOpen();
        if (chosen.length == 0) {
            throw new IllegalArgumentException("A training set needs rows");
        }
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i] < 0 || chosen[i] >= rows || i > 0 && chosen[i] <= chosen[i - 1]) {
                throw new IllegalArgumentException(
                        "Row " + chosen[i] + " is out of order or none of the " + rows + " rows");
            }
        }
        SWIGTYPE_p_int indices = lightgbmlib.new_intArray(chosen.length);
        try {
            for (int i = 0; i < chosen.length; i++) {
                lightgbmlib.intArray_setitem(indices, i, chosen[i]);
            }
            SWIGTYPE_p_void part = made(
                    out -> lightgbmlib.LGBM_DatasetGetSubset(data, indices, chosen.length, parameters.text(), out),
                    "choose training rows");
            return new TrainingSet(chosen.length, width, parameters, part);
        } finally {
            lightgbmlib.delete_intArray(indices);
        }
    }

    /**
     * Grows trees on these labels and keeps them.
     *
     * @param labels one a row, finite
     */
    public TreeModel train(float[] labels) {
        try (NativeBooster booster = grown(labels)) {
            // The kept copy is free of the training data, which a booster must not outlive.
            return TreeModel.parse(booster.text(), width);
        }
    }

    /** Grows trees, predicts and forgets them: for back-tests, where nothing but the forecasts is wanted. */
    public double[] trainAndPredict(float[] labels, AskedRows asked) {
        if (asked.width() != width) {
            throw new IllegalArgumentException(
                    "Rows of " + asked.width() + " inputs cannot be asked of a model of " + width);
        }
        try (NativeBooster booster = grown(labels)) {
            return Forest.parse(booster.text()).predict(asked);
        }
    }

    private NativeBooster grown(float[] labels) {
        label(labels);
        NativeBooster booster = NativeBooster.on(data, parameters.text());
        try {
            booster.grow(parameters.trees());
            return booster;
        } catch (LightGbmException e) {
            booster.close();
            throw e;
        }
    }

    private void label(float[] labels) {
        requireOpen();
        if (labels.length != rows) {
            throw new IllegalArgumentException(labels.length + " labels for " + rows + " rows");
        }
        for (int i = 0; i < rows; i++) {
            if (!Float.isFinite(labels[i])) {
                throw new IllegalArgumentException("Label of row " + i + " is not finite: " + labels[i]);
            }
        }
        SWIGTYPE_p_float copy = lightgbmlib.new_floatArray(rows);
        try {
            for (int i = 0; i < rows; i++) {
                lightgbmlib.floatArray_setitem(copy, i, labels[i]);
            }
            NativeBooster.check(
                    lightgbmlib.LGBM_DatasetSetField(
                            data, "label", lightgbmlib.float_to_voidp_ptr(copy), rows, lightgbmlib.C_API_DTYPE_FLOAT32),
                    "take the labels");
        } finally {
            lightgbmlib.delete_floatArray(copy);
        }
    }

    private void requireOpen() {
        if (data == null) {
            throw new IllegalStateException("The training set is closed");
        }
    }

    @Override
    public void close() {
        if (data != null) {
            SWIGTYPE_p_void closing = data;
            data = null;
            NativeBooster.check(lightgbmlib.LGBM_DatasetFree(closing), "free a training set");
        }
    }
}
