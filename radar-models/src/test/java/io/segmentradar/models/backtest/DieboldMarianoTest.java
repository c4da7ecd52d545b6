package io.segmentradar.models.backtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.stat.inference.TTest;
import org.junit.jupiter.api.Test;

class DieboldMarianoTest {
    @Test
    void oneStepAheadItIsAStudentTestOnTheDifferences() {
        Random random = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            double[] d = new double[12];
            for (int i = 0; i < d.length; i++) {
                d[i] = 0.3 + random.nextGaussian();
            }
            // With h = 1 the corrected statistic equals Student's on the same sample.
            assertEquals(new TTest().tTest(0, d), DieboldMariano.pValue(d, 1), 1e-9);
        }
    }

    @Test
    void saysNothingWithoutEnoughOriginsOrDifferences() {
        assertTrue(Double.isNaN(DieboldMariano.pValue(new double[] {1, 2, 3, 4}, 1)));
        assertTrue(Double.isNaN(DieboldMariano.pValue(new double[12], 1)));
    }
}
