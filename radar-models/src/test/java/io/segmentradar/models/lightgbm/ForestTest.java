package io.segmentradar.models.lightgbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The library's own predictions are the oracle. */
class ForestTest {
    private static final int ROWS = 3001;
    private static final int WIDTH = 4;

    /** Inputs of all sizes and signs, zeros, what counts as zero, and, from column {@code known} on, missing ones. */
    private static float[] matrix(long seed, int known) {
        Random random = new Random(seed);
        float[] matrix = new float[ROWS * WIDTH];
        for (int i = 0; i < matrix.length; i++) {
            double gauss = random.nextGaussian();
            matrix[i] = switch (random.nextInt(12)) {
                case 0 -> 0;
                case 1 -> -0.0f;
                case 2 -> (float) (gauss * 1e-36);
                case 3 -> (float) (gauss * 1e30);
                case 4 -> random.nextInt(4) - 1.5f;
                case 5, 6 -> i % WIDTH < known ? 7 : Float.NaN;
                default -> (float) gauss;
            };
        }
        return matrix;
    }

    private static float[] labels(float[] matrix, boolean classes) {
        Random random = new Random(3);
        float[] labels = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            float a = matrix[i * WIDTH];
            float b = matrix[i * WIDTH + 3];
            double score = (a > 0 ? 1 : Float.isNaN(b) ? 2 : -b) + random.nextGaussian();
            labels[i] = classes ? (score > 0.5 ? 1 : 0) : (float) score;
        }
        return labels;
    }

    private static TreeModel model(String objective, int leaves, int known) {
        float[] matrix = matrix(1, known);
        TreeParameters parameters = new TreeParameters(objective, 40, leaves, 0.2, 5, 0.6, 7);
        try (TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters)) {
            return set.train(labels(matrix, objective.equals("binary")));
        }
    }

    @Test
    void growthIsTheLibrarysToTheLastBitWhateverIsMissing() {
        for (int leaves : new int[] {2, 15, 32}) {
            for (int known : new int[] {0, 2, WIDTH}) {
                try (TreeModel model = model("regression_l1", leaves, known)) {
                    float[] asked = matrix(2, 0);
                    double[] expected = model.predict(asked, ROWS);
                    assertTrue(Arrays.stream(expected).distinct().count() > leaves);
                    assertArrayEquals(expected, model.predict(TrainingSetTest.asked(asked)), 0);
                }
            }
        }
    }

    @Test
    void inputsAtAThresholdAndBesideItGoWhereTheLibrarySendsThem() {
        try (TreeModel model = model("regression_l1", 15, 2)) {
            float[] asked = new float[ROWS * WIDTH];
            double[] thresholds = model.text()
                    .lines()
                    .filter(line -> line.startsWith("threshold="))
                    .flatMap(line -> Arrays.stream(line.substring(10).split(" ")))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            for (int i = 0; i < asked.length; i++) {
                float at = (float) thresholds[i / 3 % thresholds.length];
                asked[i] = i % 3 == 0 ? at : i % 3 == 1 ? Math.nextUp(at) : Math.nextDown(at);
            }
            assertArrayEquals(model.predict(asked, ROWS), model.predict(TrainingSetTest.asked(asked)), 0);
        }
    }

    @Test
    void probabilitiesAreTheLibrarysButForTheLastDigit() {
        try (TreeModel model = model("binary", 15, 2)) {
            float[] asked = matrix(2, 0);
            double[] probability = model.predict(TrainingSetTest.asked(asked));
            assertArrayEquals(model.predict(asked, ROWS), probability, 4e-16);
            assertTrue(Arrays.stream(probability).max().orElseThrow() > 0.8);
        }
    }

    @Test
    void aTreeWithoutSplitsSaysItsOnlyValue() {
        float[] matrix = matrix(1, 0);
        float[] same = new float[ROWS];
        Arrays.fill(same, 2.5f);
        TreeParameters parameters = new TreeParameters("regression_l1", 3, 8, 0.2, 5, 0.6, 7);
        try (TrainingSet set = new TrainingSet(matrix, ROWS, WIDTH, parameters);
                TreeModel model = set.train(same)) {
            assertArrayEquals(model.predict(matrix, ROWS), model.predict(TrainingSetTest.asked(matrix)), 0);
            assertEquals(2.5, model.predict(TrainingSetTest.asked(matrix))[0], 1e-6);
        }
    }

    @Test
    void modelsOfAnotherKindAreRefused() {
        try (TreeModel model = model("regression_l1", 8, 2)) {
            String other = model.text().replace("objective=regression_l1", "objective=poisson");
            assertThrows(LightGbmException.class, () -> Forest.parse(other));
            String categories = model.text().replaceAll("decision_type=\\d+", "decision_type=1");
            assertThrows(LightGbmException.class, () -> Forest.parse(categories));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> model.predict(new AskedRows(1, WIDTH + 1, f -> new float[1])));
        }
    }
}
