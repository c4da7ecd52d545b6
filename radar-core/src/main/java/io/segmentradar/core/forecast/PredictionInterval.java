package io.segmentradar.core.forecast;

/**
 * Range that holds the actual value with probability {@code level}; bounds are in the money unit, {@code lower <= upper}.
 *
 * @param level nominal coverage in (0, 1), such as 0.9
 */
public record PredictionInterval(double level, double lower, double upper) {
    public PredictionInterval {
        if (!(level > 0 && level < 1) || !(lower <= upper)) {
            throw new IllegalArgumentException(
                    "Not an interval: level " + level + ", lower " + lower + ", upper " + upper);
        }
    }

    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    public double width() {
        return upper - lower;
    }
}
