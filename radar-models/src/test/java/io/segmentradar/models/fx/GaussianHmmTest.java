package io.segmentradar.models.fx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class GaussianHmmTest {
    private static final double[] FIRST = {0.5, 0.3, 0.2};
    private static final double[][] MOVES = {{0.9, 0.07, 0.03}, {0.1, 0.8, 0.1}, {0.05, 0.25, 0.7}};
    private static final double[] MEAN = {0.1, 0.0, -0.4};
    private static final double[] DEVIATION = {0.3, 1, 3};
    private static final GaussianHmm CHAIN = new GaussianHmm(FIRST, MOVES, MEAN, DEVIATION);

    @Test
    void filteredProbabilitiesAndLikelihoodAreThoseOfAllPathsAddedUp() {
        double[] x = {0.2, -1.4, 4.1, -0.1, 0.3, 2.2};

        double[][] filtered = CHAIN.filter(x);
        for (int t = 0; t < x.length; t++) {
            double[] ending = new double[3];
            addPaths(x, t, 0, new int[t + 1], ending);
            double all = ending[0] + ending[1] + ending[2];
            for (int s = 0; s < 3; s++) {
                assertEquals(ending[s] / all, filtered[t][s], 1e-12);
            }
            if (t == x.length - 1) {
                assertEquals(Math.log(all), CHAIN.logLikelihood(x), 1e-10);
            }
        }
    }

    /** Joint probability of every path up to {@code last} and the values, by its last state. */
    private static void addPaths(double[] x, int last, int at, int[] path, double[] ending) {
        if (at > last) {
            double p = FIRST[path[0]] * density(path[0], x[0]);
            for (int t = 1; t <= last; t++) {
                p *= MOVES[path[t - 1]][path[t]] * density(path[t], x[t]);
            }
            ending[path[last]] += p;
            return;
        }
        for (int s = 0; s < 3; s++) {
            path[at] = s;
            addPaths(x, last, at + 1, path, ending);
        }
    }

    private static double density(int s, double x) {
        return new NormalDistribution(MEAN[s], DEVIATION[s]).density(x);
    }

    @Test
    void monthsAheadFollowTheTransitions() {
        double[] now = {0.2, 0.5, 0.3};
        double[] then = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                for (int c = 0; c < 3; c++) {
                    then[c] += now[a] * MOVES[a][b] * MOVES[b][c];
                }
            }
        }
        assertArrayEquals(then, CHAIN.ahead(now, 2), 1e-12);
    }

    @Test
    void theProbabilityOfALargeValueIsThatOfTheMixture() {
        double[] states = {0.2, 0.5, 0.3};
        double expected = 0;
        for (int s = 0; s < 3; s++) {
            NormalDistribution normal = new NormalDistribution(MEAN[s], DEVIATION[s]);
            expected += states[s] * (normal.cumulativeProbability(-1.5) + 1 - normal.cumulativeProbability(1.5));
        }
        assertEquals(expected, CHAIN.probabilityBeyond(states, 1.5), 1e-12);
    }

    @Test
    void fittingNeverLosesLikelihoodBeyondWhatTheImaginedTransitionsCost() {
        double[] x = simulate(400, 5);
        GaussianHmm chain = GaussianHmm.start(x);
        double start = chain.logLikelihood(x);
        for (int round = 0; round < 15; round++) {
            chain = chain.fit(x, 1);
        }
        assertTrue(chain.logLikelihood(x) > start);
        assertEquals(GaussianHmm.start(x).fit(x, 300).logLikelihood(x), chain.logLikelihood(x), 5);
    }

    @Test
    void aSimulatedChainIsFoundAgain() {
        double[] x = simulate(4000, 6);
        GaussianHmm found = GaussianHmm.start(x).fit(x, 300);

        for (int s = 0; s < 3; s++) {
            assertEquals(DEVIATION[s], found.deviation(s), 0.15 * DEVIATION[s]);
            assertEquals(MOVES[s][s], found.transition(s, s), 0.07);
        }
    }

    private static double[] simulate(int n, long seed) {
        Random random = new Random(seed);
        double[] x = new double[n];
        int state = 0;
        for (int t = 0; t < n; t++) {
            double u = random.nextDouble();
            double[] row = MOVES[state];
            state = u < row[0] ? 0 : u < row[0] + row[1] ? 1 : 2;
            x[t] = MEAN[state] + DEVIATION[state] * random.nextGaussian();
        }
        return x;
    }
}
