package io.segmentradar.models.lightgbm;

import java.util.function.IntFunction;

/**
 * Rows of inputs that trees are asked about, column by column, as integers in the order of the inputs: comparing integers,
 * many at a time, is what {@link Forest} does. Made once for all models that are asked. Not for use by several threads.
 */
public final class AskedRows {
    /** Inputs up to this size are 0 to the library. */
    private static final float ZERO = 1e-35f;

    /** What a missing input counts as. */
    enum Missing {
        ABOVE_ALL(Integer.MAX_VALUE),
        BELOW_ALL(Integer.MIN_VALUE),
        ZERO(0);

        private final int code;

        Missing(int code) {
            this.code = code;
        }
    }

    private final int rows;
    private final int[][][] columns = new int[Missing.values().length][][];

    /**
     * @param column inputs of a column by its number, one a row; NaN is a missing input
     */
    public AskedRows(int rows, int width, IntFunction<float[]> column) {
        this.rows = rows;
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new int[width][];
        }
        int[][] coded = columns[Missing.ABOVE_ALL.ordinal()];
        for (int f = 0; f < width; f++) {
            float[] inputs = column.apply(f);
            if (inputs.length != rows) {
                throw new IllegalArgumentException("Column " + f + " has " + inputs.length + " of " + rows + " rows");
            }
            coded[f] = new int[rows];
            for (int i = 0; i < rows; i++) {
                coded[f][i] = code(inputs[i]);
            }
        }
    }

    private static int code(float input) {
        if (Float.isNaN(input)) {
            return Missing.ABOVE_ALL.code;
        }
        return Math.abs(input) <= ZERO ? 0 : inOrder(input);
    }

    /** An integer for each number but NaN, in the order of the numbers. */
    private static int inOrder(float number) {
        int bits = Float.floatToRawIntBits(number);
        return number == 0 ? 0 : bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    /** Inputs are at most {@code threshold} exactly where their codes are at most this. */
    static int codeOf(double threshold) {
        float below = (float) threshold;
        return inOrder(below > threshold ? Math.nextDown(below) : below);
    }

    int rows() {
        return rows;
    }

    int width() {
        return columns[0].length;
    }

    /** Codes of an input, one a row; read only. */
    int[] column(int feature, Missing missing) {
        int[][] own = columns[missing.ordinal()];
        if (own[feature] == null) {
            own[feature] = replaced(columns[Missing.ABOVE_ALL.ordinal()][feature], missing.code);
        }
        return own[feature];
    }

    /** The same column where nothing is missing. */
    private static int[] replaced(int[] column, int missing) {
        int[] copy = column;
        for (int i = 0; i < column.length; i++) {
            if (column[i] == Missing.ABOVE_ALL.code) {
                copy = copy == column ? column.clone() : copy;
                copy[i] = missing;
            }
        }
        return copy;
    }
}
