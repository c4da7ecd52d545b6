package io.segmentradar.models.growth;

/** What trees learn. */
enum Objective {
    /** Of growth: least absolute error. */
    MEDIAN("regression_l1"),

    /** Of a label 1 rather than 0. */
    PROBABILITY("binary");

    private final String text;

    Objective(String text) {
        this.text = text;
    }

    /** LightGBM's name. */
    String text() {
        return text;
    }

    /** Whether the first {@code n} labels teach anything: a probability needs both classes. */
    boolean canLearn(float[] labels, int n) {
        for (int i = 1; i < n; i++) {
            if (labels[i] != labels[0]) {
                return true;
            }
        }
        return this == MEDIAN && n > 0;
    }
}
