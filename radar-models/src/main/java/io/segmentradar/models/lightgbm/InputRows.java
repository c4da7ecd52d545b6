package io.segmentradar.models.lightgbm;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_float;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;

/**
 * A matrix of inputs in native memory. Closing twice does no harm.
 */
final class InputRows implements AutoCloseable {
    private final int rows;
    private final int width;
    private SWIGTYPE_p_float memory;

    /**
     * @param matrix inputs, row-major, {@code rows × width}; NaN is a missing input
     */
    InputRows(float[] matrix, int rows, int width) {
        if (width < 1 || matrix.length != (long) rows * width) {
            throw new IllegalArgumentException(
                    "A matrix of " + matrix.length + " values is not " + rows + " rows x " + width);
        }
        NativeLibrary.load();
        this.rows = rows;
        this.width = width;
        this.memory = lightgbmlib.new_floatArray(Math.max(1, matrix.length));
        for (int i = 0; i < matrix.length; i++) {
            lightgbmlib.floatArray_setitem(memory, i, matrix[i]);
        }
    }

    int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    SWIGTYPE_p_void memory() {
        if (memory == null) {
            throw new IllegalStateException("The rows are closed");
        }
        return lightgbmlib.float_to_voidp_ptr(memory);
    }

    @Override
    public void close() {
        if (memory != null) {
            lightgbmlib.delete_floatArray(memory);
            memory = null;
        }
    }
}
