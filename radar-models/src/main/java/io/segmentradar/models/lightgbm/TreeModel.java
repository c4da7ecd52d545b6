package io.segmentradar.models.lightgbm;

/** Boosted trees in native memory, ready to predict from several threads. Closing twice does no harm. */
public final class TreeModel implements AutoCloseable {
    private static final String END = "end of parameters";

    private final String text;
    private final int width;
    private final NativeBooster booster;
    private final Forest forest;

    private TreeModel(String text, int width, NativeBooster booster) {
        this.text = text;
        this.width = width;
        this.booster = booster;
        this.forest = Forest.parse(text);
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
        NativeBooster booster = NativeBooster.of(text);
        int found = booster.width();
        if (found != width) {
            booster.close();
            throw new LightGbmException("The model has " + found + " inputs, expected " + width);
        }
        return new TreeModel(text, width, booster);
    }

    /** LightGBM's own text format. */
    public String text() {
        return text;
    }

    /**
     * Asks the library.
     *
     * @param matrix inputs, row-major, {@code rows × width}
     * @return one prediction a row
     */
    double[] predict(float[] matrix, int rows) {
        try (InputRows inputs = new InputRows(matrix, rows, width)) {
            return booster.predict(inputs);
        }
    }

    /**
     * The same for many rows at a time, in a quarter of the time.
     *
     * @return one prediction a row
     */
    public double[] predict(AskedRows rows) {
        if (rows.width() != width) {
            throw new IllegalArgumentException(
                    "Rows of " + rows.width() + " inputs cannot be asked of a model of " + width);
        }
        return forest.predict(rows);
    }

    /**
     * TreeSHAP contributions (Lundberg et al. 2020) of each input, then the expected value: {@code rows × (width + 1)};
     * a row sums to its prediction.
     */
    public double[] contributions(float[] matrix, int rows) {
        try (InputRows inputs = new InputRows(matrix, rows, width)) {
            return booster.contributions(inputs);
        }
    }

    @Override
    public void close() {
        booster.close();
    }
}
