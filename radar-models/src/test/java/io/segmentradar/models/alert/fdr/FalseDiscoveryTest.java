package io.segmentradar.models.alert.fdr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.AlertSelection.Dependence;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {
    /** The step-up procedure as the paper words it. */
    private static int stepUp(double[] ascending, double rate, double penalty) {
        int rejected = 0;
        for (int k = 1; k <= ascending.length; k++) {
            if (ascending[k - 1] <= rate * k / (ascending.length * penalty)) {
                rejected = k;
            }
        }
        return rejected;
    }

    @Test
    void rejectsWhatTheStepUpProcedureRejects() {
        Random random = new Random(1);
        for (int trial = 0; trial < 200; trial++) {
            double[] p = random.doubles(1 + random.nextInt(60))
                    .map(u -> u * u * u)
                    .sorted()
                    .toArray();
            double harmonic = 0;
            for (int i = 1; i <= p.length; i++) {
                harmonic += 1.0 / i;
            }
            for (double rate : new double[] {0.05, 0.1, 0.3}) {
                assertEquals(stepUp(p, rate, 1), FalseDiscovery.rejections(p, p.length, rate, Dependence.POSITIVE));
                assertEquals(
                        stepUp(p, rate, harmonic), FalseDiscovery.rejections(p, p.length, rate, Dependence.ARBITRARY));
            }
        }
    }

    @Test
    void smallestValuesOfALargerFamilySuffice() {
        double[] p = {0.001, 0.004, 0.02, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99};
        double[] all = FalseDiscovery.qValues(p, 10, Dependence.POSITIVE);
        double[] head = FalseDiscovery.qValues(Arrays.copyOf(p, 3), 10, Dependence.POSITIVE);
        assertArrayEquals(Arrays.copyOf(all, 3), head, 1e-12);
    }

    @Test
    void underTheNullAFamilySpeaksNoMoreOftenThanItsRate() {
        Random random = new Random(7);
        int families = 4000;
        int speaking = 0;
        for (int i = 0; i < families; i++) {
            double[] p = random.doubles(300).sorted().toArray();
            speaking += FalseDiscovery.rejections(p, 300, 0.1, Dependence.POSITIVE) > 0 ? 1 : 0;
        }
        double error = Math.sqrt(0.1 * 0.9 / families);
        assertTrue(Math.abs(speaking / (double) families - 0.1) < 3 * error, speaking + " of " + families);
    }
}
