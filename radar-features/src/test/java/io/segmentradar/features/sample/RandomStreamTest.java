package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.segmentradar.features.sample.RandomStream.Purpose;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
    private static final int DRAWS = 200_000;

    @Test
    void normalsHaveTheMomentsOfTheNormalDistribution() {
        RandomStream random = new RandomStream().startAt(1, Purpose.CUSTOMER, 2, 3);
        double[] moments = new double[5];
        for (int i = 0; i < DRAWS; i++) {
            double x = random.normal();
            for (int power = 1; power <= 4; power++) {
                moments[power] += Math.pow(x, power) / DRAWS;
            }
        }
        assertEquals(0, moments[1], 0.01);
        assertEquals(1, moments[2], 0.015);
        assertEquals(0, moments[3], 0.04);
        assertEquals(3, moments[4], 0.1);
    }

    @Test
    void neighbouringStreamsAreNotAlike() {
        RandomStream one = new RandomStream();
        RandomStream other = new RandomStream();
        double product = 0;
        for (int i = 0; i < DRAWS; i++) {
            one.startAt(1, Purpose.CUSTOMER_MONTH, i, 5);
            other.startAt(1, Purpose.CUSTOMER_MONTH, i, 6);
            product += one.normal() * other.normal() / DRAWS;
        }
        assertEquals(0, product, 0.01);
    }

    @Test
    void aStreamDependsOnSeedPurposeAndBothNumbers() {
        double base = first(1, Purpose.EVENT, 2, 3);
        assertEquals(base, first(1, Purpose.EVENT, 2, 3));
        assertNotEquals(base, first(2, Purpose.EVENT, 2, 3));
        assertNotEquals(base, first(1, Purpose.CUSTOMER, 2, 3));
        assertNotEquals(base, first(1, Purpose.EVENT, 3, 2));
    }

    private static double first(long seed, Purpose purpose, long a, long b) {
        return new RandomStream().startAt(seed, purpose, a, b).normal();
    }
}
