package io.segmentradar.models.alert.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TailDistributionTest {
    /** Student t with 3 degrees of freedom: tails as heavy as those of bank segments. */
    private static double heavy(Random random) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double g = random.nextGaussian();
            squares += g * g;
        }
        return random.nextGaussian() / Math.sqrt(squares / 3);
    }

    private static double[] heavy(Random random, int n) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = heavy(random);
        }
        return values;
    }

    @Test
    void countsAtLeastAsExtremeScoresWhereThereAreEnough() {
        Random random = new Random(1);
        double[] scores = heavy(random, 3000);
        TailDistribution tails = new TailDistribution(scores);
        for (double score = -3; score <= 3; score += 0.37) {
            int above = 0;
            int below = 0;
            for (double s : scores) {
                above += s >= score ? 1 : 0;
                below += s <= score ? 1 : 0;
            }
            double expected = Math.min(1, 2 * (1.0 + Math.min(above, below)) / 3001);
            assertEquals(expected, tails.surprise(score), 1e-12, "score " + score);
        }
    }

    @Test
    void probabilitiesHoldOutOfSampleOnAverageOverPools() {
        Random random = new Random(2);
        int pools = 60;
        int draws = 30_000;
        double[] levels = {1e-2, 1e-3, 1e-4, 3e-5};
        int[] alarms = new int[levels.length];
        for (int pool = 0; pool < pools; pool++) {
            TailDistribution tails = new TailDistribution(heavy(random, 5000));
            for (int i = 0; i < draws; i++) {
                double surprise = tails.surprise(heavy(random));
                for (int k = 0; k < levels.length; k++) {
                    alarms[k] += surprise <= levels[k] ? 1 : 0;
                }
            }
        }
        for (int k = 0; k < levels.length; k++) {
            double ratio = alarms[k] / (pools * draws * levels[k]);
            assertTrue(
                    ratio > 0.5 && ratio < 1.5, "alarms at " + levels[k] + ": " + ratio + " times as many as stated");
        }
    }

    @Test
    void whatDoesNotCountMakesTheRestRarerAndKeepsTheShape() {
        Random random = new Random(5);
        int pools = 60;
        int draws = 30_000;
        int fewest = 20;
        int[] alarms = new int[2];
        for (int pool = 0; pool < pools; pool++) {
            double[] scores = heavy(random, 5000);
            double[] counted = new double[scores.length];
            for (int i = 0; i < scores.length; i += fewest) {
                counted[i] = scores[i];
            }
            TailDistribution tails = new TailDistribution(scores, counted);
            double largest = Arrays.stream(counted).max().orElseThrow();
            assertEquals(2.0 * 2 / 5001, tails.surprise(largest), 1e-12);
            assertEquals(new TailDistribution(scores).surprise(1), new TailDistribution(scores, scores).surprise(1));
            for (int i = 0; i < draws; i++) {
                double surprise = i % fewest == 0 ? tails.surprise(heavy(random)) : 1;
                alarms[0] += surprise <= 1e-3 ? 1 : 0;
                alarms[1] += surprise <= 1e-4 ? 1 : 0;
            }
        }
        assertEquals(1, alarms[0] / (pools * draws * 1e-3), 0.5);
        assertEquals(1, alarms[1] / (pools * draws * 1e-4), 0.5);
    }

    @Test
    void everyScoreCountsForTheWeightOfItsAge() {
        Random random = new Random(6);
        double[][] byAge = {heavy(random, 700), heavy(random, 300), heavy(random, 900)};
        double[] weights = {0.2, 0.7, 1};
        TailDistribution tails = new TailDistribution(byAge, byAge, weights);
        for (double score = -3; score <= 3; score += 0.37) {
            double above = 1;
            double below = 1;
            for (int age = 0; age < byAge.length; age++) {
                for (double s : byAge[age]) {
                    above += s >= score ? weights[age] : 0;
                    below += s <= score ? weights[age] : 0;
                }
            }
            double expected = Math.min(1, 2 * Math.min(above, below) / (1 + 0.2 * 700 + 0.7 * 300 + 900));
            assertEquals(expected, tails.surprise(score), 1e-12, "score " + score);
        }
    }

    @Test
    void moreExtremeIsNeverLessSurprising() {
        TailDistribution tails = new TailDistribution(heavy(new Random(3), 5000));
        double last = 2;
        for (double score = 0; score < 200; score += 0.5) {
            double surprise = Math.max(tails.surprise(score), tails.surprise(-score));
            assertTrue(surprise <= last * 1.6, "at " + score + ": " + surprise + " after " + last);
            last = surprise;
        }
    }

    @Test
    void neverClaimsMoreThanFewScoresCanSay() {
        TailDistribution tails = new TailDistribution(new double[] {-1, 0, 1});
        assertEquals(0.5, tails.surprise(1000), 1e-12);
    }

    @Test
    void fittedShapeIsThatOfTheSample() {
        Random random = new Random(4);
        double[] excesses = random.doubles(5000)
                .map(u -> 2 * (Math.pow(u, -0.4) - 1) / 0.4)
                .sorted()
                .toArray();
        GeneralizedPareto fit = GeneralizedPareto.fit(excesses);
        assertEquals(0.4, fit.shape(), 0.06);
        assertEquals(2, fit.scale(), 0.2);
        assertEquals(Math.pow(1 + 0.4 * 10 / 2, -2.5), fit.exceeds(10), 0.01);
    }
}
