package io.segmentradar.models.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/** One booster of the library. Whoever opens it closes it; closing twice does no harm. */
final class NativeBooster implements AutoCloseable {
    /** Predicting with other parameters would reset the library's thread count for everyone. */
    private static final String ONE_THREAD = "num_threads=1";

    /** First size of the buffer for a model's text; the library makes a larger one where it must. */
    private static final long TEXT_BUFFER = 1 << 18;

    private static final int ALL_TREES = -1;

    private SWIGTYPE_p_void handle;

    private NativeBooster(SWIGTYPE_p_void handle) {
        this.handle = handle;
    }

    /** An empty booster on labelled data, which must outlive it. */
    static NativeBooster on(SWIGTYPE_p_void data, String parameters) {
        SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
        try {
            check(lightgbmlib.LGBM_BoosterCreate(data, parameters, out), "begin a model");
            return new NativeBooster(lightgbmlib.voidpp_value(out));
        } finally {
            lightgbmlib.delete_voidpp(out);
        }
    }

    /**
     * @param text of a whole model: a shortened one aborts the process
     */
    static NativeBooster of(String text) {
        SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
        SWIGTYPE_p_int trees = lightgbmlib.new_intp();
        try {
            check(lightgbmlib.LGBM_BoosterLoadModelFromString(text, trees, out), "read a model");
            return new NativeBooster(lightgbmlib.voidpp_value(out));
        } finally {
            lightgbmlib.delete_intp(trees);
            lightgbmlib.delete_voidpp(out);
        }
    }

    /** Fails with the library's own words if a call of it did. */
    static void check(int code, String what) {
        if (code < 0) {
            throw new LightGbmException("LightGBM could not " + what + ": " + lightgbmlib.LGBM_GetLastError());
        }
    }

    void grow(int trees) {
        SWIGTYPE_p_int finished = lightgbmlib.new_intp();
        try {
            for (int tree = 0; tree < trees; tree++) {
                check(lightgbmlib.LGBM_BoosterUpdateOneIter(handle(), finished), "grow a tree");
                if (lightgbmlib.intp_value(finished) == 1) {
                    return;
                }
            }
        } finally {
            lightgbmlib.delete_intp(finished);
        }
    }

    int width() {
        SWIGTYPE_p_int width = lightgbmlib.new_intp();
        try {
            check(lightgbmlib.LGBM_BoosterGetNumFeature(handle(), width), "count the inputs of a model");
            return lightgbmlib.intp_value(width);
        } finally {
            lightgbmlib.delete_intp(width);
        }
    }

    String text() {
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        try {
            String text = lightgbmlib.LGBM_BoosterSaveModelToStringSWIG(
                    handle(), 0, ALL_TREES, lightgbmlib.C_API_FEATURE_IMPORTANCE_GAIN, TEXT_BUFFER, length);
            check(text == null ? -1 : 0, "write a model");
            return text;
        } finally {
            lightgbmlib.delete_int64_tp(length);
        }
    }

    /** One prediction a row. */
    double[] predict(InputRows inputs) {
        return call(inputs, lightgbmlib.C_API_PREDICT_NORMAL, 1);
    }

    /** Contributions of each input and the expected value, row by row. */
    double[] contributions(InputRows inputs) {
        return call(inputs, lightgbmlib.C_API_PREDICT_CONTRIB, inputs.width() + 1);
    }

    private double[] call(InputRows inputs, int type, int perRow) {
        double[] results = new double[inputs.rows() * perRow];
        if (results.length == 0) {
            return results;
        }
        SWIGTYPE_p_double out = lightgbmlib.new_doubleArray(results.length);
        SWIGTYPE_p_long_long length = lightgbmlib.new_int64_tp();
        try {
            check(
                    lightgbmlib.LGBM_BoosterPredictForMat(
                            handle(),
                            inputs.memory(),
                            lightgbmlib.C_API_DTYPE_FLOAT32,
                            inputs.rows(),
                            inputs.width(),
                            1,
                            type,
                            0,
                            ALL_TREES,
                            ONE_THREAD,
                            length,
                            out),
                    "predict");
            for (int i = 0; i < results.length; i++) {
                results[i] = lightgbmlib.doubleArray_getitem(out, i);
            }
            return results;
        } finally {
            lightgbmlib.delete_int64_tp(length);
            lightgbmlib.delete_doubleArray(out);
        }
    }

    private SWIGTYPE_p_void handle() {
        if (handle == null) {
            throw new IllegalStateException("The model is closed");
        }
        return handle;
    }

    @Override
    public synchronized void close() {
        if (handle != null) {
            SWIGTYPE_p_void closing = handle;
            handle = null;
            check(lightgbmlib.LGBM_BoosterFree(closing), "free a model");
        }
    }
}
