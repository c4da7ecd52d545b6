package io.segmentradar.models.growth;

import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.Arrays;

/**
 * A linear account of growth, the same for all nodes: last year's and the usual step of the season, the way back to past
 * values and to their means. Trees approximate such straight lines by steps and need many for it; they learn better what
 * this regression leaves over. Everything is measured in the node's own mean absolute monthly change, so that quiet and
 * noisy nodes speak with one voice, and fitted robustly.
 */
final class SeasonalRegression {
    private static final int YEAR = 12;
    private static final int YEARS = 4;
    private static final int[] LAGS = {1, 2, 3, 4, 5, 6, 11, 12, 13, 14};
    private static final int[] MEANS = {3, 6, 12};
    private static final int MEDIAN = 5;
    private static final int WIDTH = 2 + LAGS.length + MEANS.length + 1;

    /** Inputs beyond this many usual changes are cut: one torn-off month must not steer all nodes. */
    private static final double CUT = 6;

    private static final int MAX_ROWS = 6_000;
    private static final int MIN_ROWS = 10 * WIDTH;

    private final GrowthSpace space;
    private final RowSample sample;
    private final int months;

    SeasonalRegression(SeriesBlock block, GrowthSpace space, long seed) {
        this.space = space;
        this.sample = new RowSample(block, seed);
        this.months = block.months().count();
    }

    /** Fits the growth over {@code h} months of these rows; all zero if they are too few. */
    double[] coefficients(int[] rows, int h) {
        int[] drawn = sample.draw(rows, Math.min(1, (double) MAX_ROWS / Math.max(1, rows.length)), h);
        RobustRegression regression = new RobustRegression(WIDTH);
        for (int row : drawn) {
            double usual = usualChange(row);
            if (usual > 0) {
                double growth = space.growth(row, h) * space.scale(row);
                regression.add(inputs(row, h, usual), growth / usual, 1);
            }
        }
        return regression.rows() < MIN_ROWS ? new double[WIDTH] : regression.coefficients();
    }

    /** Growth from a known cell over {@code h} months, as {@link GrowthSpace#growth} measures it. */
    double growth(double[] coefficients, int cell, int h) {
        double usual = usualChange(cell);
        if (!(usual > 0)) {
            return 0;
        }
        double[] inputs = inputs(cell, h, usual);
        double sum = 0;
        for (int i = 0; i < WIDTH; i++) {
            sum += coefficients[i] * inputs[i];
        }
        return sum * usual / space.scale(cell);
    }

    private double[] inputs(int cell, int h, double usual) {
        int month = cell % months;
        double[] inputs = new double[WIDTH];
        int n = 0;
        double last = month < YEAR ? Double.NaN : space.z(cell - YEAR + h) - space.z(cell - YEAR);
        inputs[n++] = last;
        inputs[n++] = usualStep(cell, month, h, last);
        for (int lag : LAGS) {
            inputs[n++] = lag > month ? Double.NaN : space.z(cell - lag) - space.z(cell);
        }
        for (int width : MEANS) {
            inputs[n++] = mean(cell, month, width) - space.z(cell);
        }
        inputs[n] = median(cell, month) - space.z(cell);
        for (int i = 0; i < WIDTH; i++) {
            double input = inputs[i] / usual;
            inputs[i] = Double.isNaN(input) ? 0 : Math.max(-CUT, Math.min(CUT, input));
        }
        return inputs;
    }

    /** Mean step of this season over up to four years; last year's if there is no other. */
    private double usualStep(int cell, int month, int h, double last) {
        double sum = 0;
        int n = 0;
        for (int back = YEAR; back <= YEARS * YEAR && back <= month; back += YEAR) {
            double step = space.z(cell - back + h) - space.z(cell - back);
            if (!Double.isNaN(step)) {
                sum += step;
                n++;
            }
        }
        return n < 2 ? last : sum / n;
    }

    private double mean(int cell, int month, int width) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < width && k <= month; k++) {
            if (!Double.isNaN(space.z(cell - k))) {
                sum += space.z(cell - k);
                n++;
            }
        }
        return sum / n;
    }

    private double median(int cell, int month) {
        double[] known = new double[MEDIAN];
        int n = 0;
        for (int k = 0; k < MEDIAN && k <= month; k++) {
            if (!Double.isNaN(space.z(cell - k))) {
                known[n++] = space.z(cell - k);
            }
        }
        Arrays.sort(known, 0, n);
        return (known[(n - 1) / 2] + known[n / 2]) / 2;
    }

    private double usualChange(int cell) {
        int month = cell % months;
        double sum = 0;
        int n = 0;
        for (int k = 0; k < YEAR && k < month; k++) {
            double change = Math.abs(space.z(cell - k) - space.z(cell - k - 1));
            if (!Double.isNaN(change)) {
                sum += change;
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }
}
