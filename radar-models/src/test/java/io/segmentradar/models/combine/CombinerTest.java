package io.segmentradar.models.combine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CombinerTest {
    private static double loss(double[][] errors, double... weights) {
        double sum = 0;
        for (int i = 0; i < errors[0].length; i++) {
            double mixed = 0;
            for (int m = 0; m < weights.length; m++) {
                mixed += weights[m] * errors[m][i];
            }
            sum += Math.abs(mixed);
        }
        return sum;
    }

    @Test
    void findsTheBestMixtureOfTwoAsAGridSearchDoes() {
        Random random = new Random(5);
        double[][] errors = new double[2][400];
        for (int i = 0; i < 400; i++) {
            double common = random.nextGaussian();
            errors[0][i] = common + random.nextGaussian();
            errors[1][i] = 2 * random.nextGaussian() - common;
        }
        double[] weights = Combiner.weights(errors, new double[] {0.5, 0.5}, 0);
        double best = Double.POSITIVE_INFINITY;
        for (double w = 0; w <= 1; w += 0.001) {
            best = Math.min(best, loss(errors, w, 1 - w));
        }
        assertEquals(1, weights[0] + weights[1], 1e-9);
        assertTrue(loss(errors, weights) <= best * 1.002);
    }

    @Test
    void keepsThePriorWithoutEvidenceAndLeavesItOnlyIfThatPays() {
        double[] prior = {0.25, 0.75};
        assertArrayEquals(prior, Combiner.weights(new double[2][0], prior, 0.02));
        double[][] nearlyEqual = {{1, -1, 1, -1}, {1.001, -1.001, 1.001, -1.001}};
        assertArrayEquals(prior, Combiner.weights(nearlyEqual, prior, 0.02));
        double[][] clear = {{0.1, -0.1, 0.1, -0.1}, {1, -1, 1, -1}};
        assertEquals(1, Combiner.weights(clear, prior, 0.02)[0], 1e-9);
    }
}
