package io.segmentradar.models.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharedSlopesTest {
    private static final int MONTHS = 35;
    private static final int GROUPS = 30;
    private static final int EACH = 8;
    private static final int PANELS = 25;

    /** How the true slopes are spread. */
    enum Truth {
        NORMAL,
        EXPORTERS_AND_IMPORTERS,
        ALL_THE_SAME;

        double slope(double ofGroup, Random random) {
            return switch (this) {
                case NORMAL -> ofGroup + 0.8 * random.nextGaussian();
                case EXPORTERS_AND_IMPORTERS -> random.nextBoolean() ? 1.5 : -1.5;
                case ALL_THE_SAME -> 1;
            };
        }
    }

    /** Planted panels with shocks that all segments share and noise that differs tenfold between segments. */
    private static final class Planted {
        private final double[] x = new double[MONTHS];
        private final double[][] y = new double[GROUPS * EACH][MONTHS];
        private final int[] group = new int[GROUPS * EACH];
        private final double[] truth = new double[GROUPS * EACH];

        Planted(Truth kind, Random random) {
            double[] shock = new double[MONTHS];
            for (int t = 0; t < MONTHS; t++) {
                x[t] = 0.02 * random.nextGaussian();
                shock[t] = 0.02 * random.nextGaussian();
            }
            for (int g = 0; g < GROUPS; g++) {
                double ofGroup = 0.3 + random.nextGaussian();
                for (int s = g * EACH; s < (g + 1) * EACH; s++) {
                    group[s] = g;
                    truth[s] = kind.slope(ofGroup, random);
                    double noise = 0.02 * Math.exp(2.3 * random.nextDouble());
                    for (int t = 0; t < MONTHS; t++) {
                        y[s][t] = 0.01 + truth[s] * x[t] + shock[t] + noise * random.nextGaussian();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Truth.class)
    void signsAreRightAndIntervalsCoverOnPlantedPanels(Truth kind) {
        Random random = new Random(20);
        int inside = 0;
        int strong = 0;
        int rightSign = 0;
        for (int p = 0; p < PANELS; p++) {
            Planted planted = new Planted(kind, random);
            SharedSlopes slopes = new SharedSlopes(planted.x, planted.y, planted.group);
            for (int s = 0; s < planted.truth.length; s++) {
                double miss = Math.abs(planted.truth[s] - slopes.slope(s));
                inside += miss <= slopes.halfWidth(s) ? 1 : 0;
                if (Math.abs(slopes.slope(s)) > 2 * slopes.deviation(s)) {
                    strong++;
                    rightSign += planted.truth[s] * slopes.slope(s) > 0 ? 1 : 0;
                }
            }
        }
        double n = PANELS * GROUPS * EACH;
        assertTrue(inside / n >= 0.85 && inside / n <= 0.95, kind + ": coverage " + inside / n);
        assertTrue(strong > 0.1 * n && rightSign >= 0.95 * strong, kind + ": " + rightSign + " of " + strong);
    }

    @Test
    void shrinkingBringsEstimatesNearerToTheTruth() {
        Random random = new Random(4);
        double own = 0;
        double shrunk = 0;
        for (int p = 0; p < 10; p++) {
            Planted planted = new Planted(Truth.NORMAL, random);
            SharedSlopes slopes = new SharedSlopes(planted.x, planted.y, planted.group);
            for (int s = 0; s < planted.truth.length; s++) {
                own += Math.pow(slope(planted.x, planted.y[s]) - planted.truth[s], 2);
                shrunk += Math.pow(slopes.slope(s) - planted.truth[s], 2);
            }
        }
        assertTrue(shrunk < 0.7 * own, shrunk + " against " + own);
    }

    @Test
    void oneSeriesKeepsItsLeastSquaresSlope() {
        Planted planted = new Planted(Truth.NORMAL, new Random(1));
        SharedSlopes slopes = new SharedSlopes(planted.x, new double[][] {planted.y[0]}, new int[] {0});

        assertEquals(slope(planted.x, planted.y[0]), slopes.slope(0), 1e-9);
    }

    @Test
    void aSeriesWithAlmostNoDataTakesTheSlopeOfItsGroup() {
        Planted planted = new Planted(Truth.NORMAL, new Random(2));
        Arrays.fill(planted.y[3], 0, MONTHS - 13, Double.NaN);
        for (int t = MONTHS - 13; t < MONTHS; t++) {
            planted.y[3][t] = (t % 2) * 50;
        }
        SharedSlopes slopes = new SharedSlopes(planted.x, planted.y, planted.group);

        double ofGroup = 0;
        for (int s = 0; s < EACH; s++) {
            ofGroup += s == 3 ? 0 : slopes.slope(s) / (EACH - 1);
        }
        assertEquals(ofGroup, slopes.slope(3), 1);
        assertEquals(13, slopes.months(3));
    }

    @Test
    void tooFewMonthsHaveNoSlope() {
        Planted planted = new Planted(Truth.NORMAL, new Random(3));
        Arrays.fill(planted.y[5], 0, MONTHS - 11, Double.NaN);
        SharedSlopes slopes = new SharedSlopes(planted.x, planted.y, planted.group);

        assertFalse(slopes.has(5));
        assertTrue(slopes.has(6));
    }

    /** Least squares by its normal equation. */
    private static double slope(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        for (int t = 0; t < x.length; t++) {
            xy += (x[t] - meanX) * (y[t] - meanY);
            xx += (x[t] - meanX) * (x[t] - meanX);
        }
        return xy / xx;
    }
}
