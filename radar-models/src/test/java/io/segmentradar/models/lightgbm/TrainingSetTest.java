package io.segmentradar.models.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingSetTest {
    private static final int ROWS = 2000;
    private static final int WIDTH = 4;

    private static TreeParameters parameters() {
        return new TreeParameters("regression_l1", 60, 8, 0.1, 20, 0.5, 7);
    }

    private static float[] matrix() {
        Random random = new Random(1);
        float[] matrix = new float[ROWS * WIDTH];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = random.nextInt(20) == 0 ? Float.NaN : (float) random.nextGaussian();
        }
        return matrix;
    }

    static AskedRows asked(float[] matrix) {
        return new AskedRows(matrix.length / WIDTH, WIDTH, feature -> {
            float[] column = new float[matrix.length / WIDTH];
            for (int row = 0; row < column.length; row++) {
                column[row] = matrix[row * WIDTH + feature];
            }
            return column;
        });
    }

    /** y = sign of the first input, with noise that a median ignores. */
    private static float[] labels(float[] matrix) {
        Random random = new Random(2);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            float x = matrix[i * WIDTH];
            labels[i] = (x > 0 ? 1 : -1) + (random.nextInt(10) == 0 ? 100 : 0);
        }
        return labels;
    }

    @Test
    void learnsTheMedian() {
        float[] matrix = matrix();
        float[] labels = labels(matrix);
        try (TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters())) {
            double[] predicted = set.trainAndPredict(labels, asked(matrix));
            for (int i = 0; i < ROWS; i++) {
                if (!Float.isNaN(matrix[i * WIDTH]) && Math.abs(matrix[i * WIDTH]) > 0.2) {
                    assertEquals(matrix[i * WIDTH] > 0 ? 1 : -1, predicted[i], 0.2);
                }
            }
        }
    }

    @Test
    void keptModelsOutliveTheirDataAndPredictTheSame() {
        float[] matrix = matrix();
        TreeModel model;
        double[] direct;
        try (TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters())) {
            direct = set.trainAndPredict(labels(matrix), asked(matrix));
            model = set.train(labels(matrix));
        }
        try (model) {
            assertArrayEquals(direct, model.predict(matrix, ROWS), 1e-9);
            try (TreeModel copy = TreeModel.parse(model.text(), WIDTH)) {
                assertArrayEquals(direct, copy.predict(matrix, ROWS), 1e-9);
            }
        }
    }

    @Test
    void contributionsOfARowSumToItsPrediction() {
        float[] matrix = matrix();
        try (TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters());
                TreeModel model = set.train(labels(matrix))) {
            double[] predicted = model.predict(matrix, ROWS);
            double[] parts = model.contributions(matrix, ROWS);
            for (int i = 0; i < ROWS; i++) {
                double sum = 0;
                for (int f = 0; f <= WIDTH; f++) {
                    sum += parts[i * (WIDTH + 1) + f];
                }
                assertEquals(predicted[i], sum, 1e-6);
            }
        }
    }

    @Test
    void refusesWhatWouldKillTheProcess() {
        float[] matrix = matrix();
        assertThrows(IllegalArgumentException.class, () -> new TrainingSet(matrix, ROWS + 1, WIDTH, parameters()));
        float[] infinite = matrix.clone();
        infinite[5] = Float.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> new TrainingSet(infinite, ROWS, WIDTH, parameters()));
        TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters());
        assertThrows(IllegalArgumentException.class, () -> set.train(new float[ROWS - 1]));
        float[] unknown = labels(matrix);
        unknown[7] = Float.NaN;
        assertThrows(IllegalArgumentException.class, () -> set.train(unknown));
        TreeModel model = set.train(labels(matrix));
        set.close();
        set.close();
        assertThrows(IllegalStateException.class, () -> set.train(labels(matrix)));
        assertThrows(IllegalArgumentException.class, () -> model.predict(matrix, ROWS + 1));
        String text = model.text();
        model.close();
        model.close();
        assertThrows(IllegalStateException.class, () -> model.predict(matrix, ROWS));
        assertThrows(LightGbmException.class, () -> TreeModel.parse(null, WIDTH));
        assertThrows(LightGbmException.class, () -> TreeModel.parse(text.substring(0, text.length() / 2), WIDTH));
        assertThrows(LightGbmException.class, () -> TreeModel.parse(text, WIDTH + 1));
    }

    @Test
    void sameSeedSameModel() {
        float[] matrix = matrix();
        try (TrainingSet one = new TrainingSet(matrix, ROWS, WIDTH, parameters());
                TrainingSet two = new TrainingSet(matrix, ROWS, WIDTH, parameters())) {
            double[] a = one.trainAndPredict(labels(matrix), asked(matrix));
            assertArrayEquals(a, two.trainAndPredict(labels(matrix), asked(matrix)), 0);
            assertTrue(a.length == ROWS);
        }
    }

    @Test
    void someRowsLearnTheSameAsASetOfTheirOwnWithTheSameBins() {
        float[] matrix = matrix();
        float[] labels = labels(matrix);
        int[] chosen = IntStream.range(0, ROWS).filter(row -> row % 3 != 0).toArray();
        float[] part = new float[chosen.length * WIDTH];
        float[] own = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(matrix, chosen[i] * WIDTH, part, i * WIDTH, WIDTH);
            own[i] = labels[chosen[i]];
        }
        try (TrainingSet all = new TrainingSet(matrix, ROWS, WIDTH, parameters());
                TrainingSet some = all.subset(chosen);
                TrainingSet copied = new TrainingSet(part, chosen.length, WIDTH, parameters(), all)) {
            double[] expected = copied.trainAndPredict(own, asked(matrix));
            assertArrayEquals(expected, some.trainAndPredict(own, asked(matrix)), 1e-12);
            assertThrows(IllegalArgumentException.class, () -> all.subset(new int[] {}));
            assertThrows(IllegalArgumentException.class, () -> all.subset(new int[] {1, 1}));
            assertThrows(IllegalArgumentException.class, () -> all.subset(new int[] {ROWS}));
        }
    }
}
