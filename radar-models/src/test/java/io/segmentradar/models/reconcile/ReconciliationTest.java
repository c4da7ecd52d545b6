package io.segmentradar.models.reconcile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.Reconciler;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final int SEGMENTS = 24;
    private static final int ORIGINS = 10;

    /** Bank, 4 industries, 3 provinces, 12 pairs of both. */
    private static SummingStructure structure(int segments) {
        int[][] parents = new int[4][segments];
        for (int s = 0; s < segments; s++) {
            int industry = s % 4;
            int province = s / 4 % 3;
            parents[0][s] = 0;
            parents[1][s] = 1 + industry;
            parents[2][s] = 5 + province;
            parents[3][s] = 8 + industry * 3 + province;
        }
        return SummingStructure.of(20, parents, segments);
    }

    private static double[] base(SummingStructure structure, Random random) {
        double[] base = new double[structure.nodes()];
        for (int s = structure.upper(); s < base.length; s++) {
            base[s] = 50 + 20 * random.nextGaussian();
        }
        structure.addUp(base);
        for (int i = 0; i < base.length; i++) {
            base[i] *= 1 + 0.1 * random.nextGaussian();
        }
        return base;
    }

    private static double[][] errors(int nodes, Random random) {
        double[][] errors = new double[ORIGINS][nodes];
        for (double[] origin : errors) {
            double common = random.nextGaussian();
            for (int i = 0; i < nodes; i++) {
                origin[i] = 5 * (common + random.nextGaussian());
            }
        }
        return errors;
    }

    private static double gap(SummingStructure structure, double[] y) {
        double[] gaps = structure.gaps(y);
        double worst = 0;
        for (int a = 0; a < gaps.length; a++) {
            worst = Math.max(worst, Math.abs(gaps[a]) / (1 + Math.abs(y[a])));
        }
        return worst;
    }

    /** S (Sᵀ W⁻¹ S)⁻¹ Sᵀ W⁻¹ ŷ with dense matrices. */
    private static double[] dense(SummingStructure structure, double[] base, ErrorCovariance covariance) {
        int n = structure.nodes();
        double[][] s = new double[n][structure.segments()];
        double[][] w = new double[n][n];
        for (int j = 0; j < structure.segments(); j++) {
            double[] one = new double[n];
            one[structure.upper() + j] = 1;
            structure.addUp(one);
            for (int i = 0; i < n; i++) {
                s[i][j] = one[i];
            }
        }
        for (int i = 0; i < n; i++) {
            double[] one = new double[n];
            one[i] = 1;
            covariance.multiply(one);
            w[i] = one;
        }
        RealMatrix summing = new Array2DRowRealMatrix(s);
        RealMatrix precision =
                new LUDecomposition(new Array2DRowRealMatrix(w)).getSolver().getInverse();
        RealMatrix left = summing.transpose().multiply(precision);
        var bottom =
                new LUDecomposition(left.multiply(summing)).getSolver().solve(left.operate(new ArrayRealVector(base)));
        return summing.operate(bottom).toArray();
    }

    @Test
    void theSparseSolutionIsTheTextbookOne() {
        Random random = new Random(1);
        SummingStructure structure = structure(SEGMENTS);
        for (int trial = 0; trial < 20; trial++) {
            double[] base = base(structure, random);
            double[] variances = new double[base.length];
            double[] loadings = new double[base.length];
            for (int i = 0; i < variances.length; i++) {
                variances[i] = Math.exp(random.nextGaussian());
                loadings[i] = 3 * random.nextGaussian();
            }
            ErrorCovariance shrunk = ErrorCovariance.shrunk(variances, errors(base.length, random));
            ErrorCovariance diagonal = ErrorCovariance.diagonal(variances);
            ErrorCovariance factor = ErrorCovariance.oneFactor(variances, loadings);
            for (ErrorCovariance covariance : new ErrorCovariance[] {shrunk, diagonal, factor}) {
                double[] expected = dense(structure, base, covariance);
                double[] solved = new CoherentSolver(structure).solve(base, covariance, true);
                assertArrayEquals(expected, solved, 1e-5 * Math.abs(base[0]));
            }
        }
    }

    @Test
    void everyMethodAddsUpAndStaysNonNegative() {
        Random random = new Random(2);
        SummingStructure structure = structure(SEGMENTS);
        for (int trial = 0; trial < 50; trial++) {
            double[] base = base(structure, random);
            double[] usual = new double[base.length];
            Arrays.fill(usual, 5);
            for (int s = structure.upper(); s < base.length; s += 3) {
                base[s] = Math.abs(random.nextGaussian());
            }
            base[0] *= 0.5;
            for (Reconciler method : Reconciler.values()) {
                double[] coherent = new Reconciliation(method)
                        .reconcile(structure, base, errors(base.length, random), usual, false);
                assertTrue(gap(structure, coherent) < 1e-6, method + " leaves a gap");
                for (int s = structure.upper(); s < base.length; s++) {
                    assertTrue(coherent[s] >= 0, method + " goes below 0");
                }
            }
        }
    }

    @Test
    void deadSegmentsStayAndMissingOnesRemainMissing() {
        Random random = new Random(3);
        SummingStructure structure = structure(SEGMENTS);
        double[] base = base(structure, random);
        double[] usual = new double[base.length];
        Arrays.fill(usual, 5);
        int dead = structure.upper() + 3;
        int missing = structure.upper() + 7;
        base[dead] = 0;
        usual[dead] = 0;
        base[missing] = Double.NaN;
        usual[missing] = 0;
        double[] coherent = new Reconciliation(Reconciler.MINT_SHRINK)
                .reconcile(structure, base, errors(base.length, random), usual, false);
        assertEquals(0, coherent[dead]);
        assertTrue(Double.isNaN(coherent[missing]));
        coherent[missing] = 0;
        assertTrue(gap(structure, coherent) < 1e-6);
    }

    @Test
    void forecastsThatAlreadyAddUpAreLeftAlone() {
        Random random = new Random(4);
        SummingStructure structure = structure(SEGMENTS);
        double[] base = base(structure, random);
        structure.addUp(base);
        double[] usual = new double[base.length];
        Arrays.fill(usual, 5);
        for (Reconciler method : Reconciler.values()) {
            double[] coherent =
                    new Reconciliation(method).reconcile(structure, base, errors(base.length, random), usual, true);
            assertArrayEquals(base, coherent, 1e-6 * base[0]);
        }
    }

    @Test
    void aNodeWithSmallErrorsMovesLessThanOneWithLargeErrors() {
        int[][] parents = {{0, 0}};
        SummingStructure structure = SummingStructure.of(1, parents, 2);
        double[] base = {130, 50, 50};
        double[][] errors = new double[ORIGINS][];
        for (int t = 0; t < ORIGINS; t++) {
            int sign = t % 2 == 0 ? 1 : -1;
            errors[t] = new double[] {4 * sign, 1 * sign, 4 * sign};
        }
        double[] coherent =
                new Reconciliation(Reconciler.WLS).reconcile(structure, base, errors, new double[] {4, 1, 4}, false);
        assertTrue(coherent[1] - 50 < coherent[2] - 50);
        assertTrue(coherent[0] > 100 && coherent[0] < 130);
    }

    @Test
    void aSumThatWasAlwaysTooHighGivesWayToTheBank() {
        int segments = 40;
        SummingStructure structure = SummingStructure.of(1, new int[1][segments], segments);
        double[] base = new double[segments + 1];
        double[] usual = new double[segments + 1];
        Arrays.fill(base, 50);
        Arrays.fill(usual, 10);
        base[0] = 50 * segments - 80;
        usual[0] = 20;
        double[] steady = afterGaps(structure, base, usual, new Random(5), false);
        double[] chance = afterGaps(structure, base, usual, new Random(5), true);
        // Variances: 16 x 20^2 of the bank's forecast, 40 x 10^2 of the sum, and 16 x 80^2 of what it always has too
        // much.
        assertEquals(80 * 6400 / (6400.0 + 4000 + 16 * 6400), steady[0] - base[0], 3);
        assertEquals(80 * 6400 / (6400.0 + 4000), chance[0] - base[0], 6);
    }

    private static double[] afterGaps(
            SummingStructure structure, double[] base, double[] usual, Random random, boolean turning) {
        double[][] errors = new double[ORIGINS][base.length];
        for (int t = 0; t < ORIGINS; t++) {
            double each = turning && t % 2 == 0 ? 2 : -2;
            for (int i = 1; i < base.length; i++) {
                errors[t][i] = each + (i % 2 == 0 ? 10 : -10) * (1 + 0.1 * random.nextGaussian());
            }
            errors[t][0] = 20 * random.nextGaussian();
        }
        return new Reconciliation(Reconciler.WLS).reconcile(structure, base, errors, usual, false);
    }
}
