package io.segmentradar.models.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.ForecastTable;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreQuantilesTest {
    @Test
    void ninetyNineScoresGiveWholePercentiles() {
        double[] scores = new double[99];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = 99 - i;
        }
        double[] quantiles = ScoreQuantiles.of(scores);
        for (int q = 0; q < quantiles.length; q++) {
            double p = ForecastTable.QUANTILES.get(q);
            double rank = p < 0.5 ? Math.floor(100 * p + 1e-9) : Math.ceil(100 * p - 1e-9);
            assertEquals(rank, quantiles[q]);
        }
    }

    @Test
    void newScoresFallInsideAtLeastAsOftenAsPromised() {
        Random random = new Random(3);
        int trials = 20_000;
        int inside = 0;
        for (int trial = 0; trial < trials; trial++) {
            double[] scores = new double[25];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = Math.exp(random.nextGaussian());
            }
            double[] quantiles = ScoreQuantiles.of(scores);
            double next = Math.exp(random.nextGaussian());
            int q05 = ForecastTable.QUANTILES.indexOf(0.05);
            int q95 = ForecastTable.QUANTILES.indexOf(0.95);
            inside += quantiles[q05] <= next && next <= quantiles[q95] ? 1 : 0;
        }
        // 25 scores: ranks 1 and 25 of 26 gaps, so exactly 24/26 are expected inside.
        assertEquals(24.0 / 26, (double) inside / trials, 0.006);
        assertTrue((double) inside / trials >= 0.9);
    }
}
