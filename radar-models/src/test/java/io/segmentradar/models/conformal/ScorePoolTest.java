package io.segmentradar.models.conformal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScorePoolTest {
    @Test
    void quantilesAreThoseOfTheRunsThatHaveNotLeft() {
        Random random = new Random(5);
        ScorePool pool = new ScorePool();
        Deque<double[]> held = new ArrayDeque<>();
        for (int month = 0; month < 40; month++) {
            // Whole numbers, so that scores of several months are often the same.
            double[] run = random.doubles(random.nextInt(12), -5, 5)
                    .map(score -> Math.rint(score) + 0.0)
                    .sorted()
                    .toArray();
            pool.add(run);
            held.add(run);
            if (held.size() > 6) {
                pool.drop(held.remove());
            }
            double[] all = held.stream().flatMapToDouble(Arrays::stream).toArray();
            assertEquals(all.length, pool.size());
            assertArrayEquals(ScoreQuantiles.of(all), pool.quantiles());
        }
    }

    @Test
    void severalPoolsInOneHoldAllScores() {
        ScorePool a = new ScorePool();
        ScorePool b = new ScorePool();
        a.add(new double[] {1, 3, 5});
        b.add(new double[] {-2, 4});
        assertArrayEquals(
                ScoreQuantiles.of(new double[] {-2, 1, 3, 4, 5}),
                ScorePool.of(a, b).quantiles());
        assertArrayEquals(ScoreQuantiles.of(new double[0]), ScorePool.of().quantiles());
    }
}
