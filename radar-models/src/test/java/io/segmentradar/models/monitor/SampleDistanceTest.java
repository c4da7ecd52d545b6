package io.segmentradar.models.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class SampleDistanceTest {
    private static double[] normal(long seed, int n, double mean, double deviation) {
        Random random = new Random(seed);
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = mean + deviation * random.nextGaussian();
        }
        return values;
    }

    @Test
    void theSameSampleTwiceIsNoDistanceAtAll() {
        for (int n : new int[] {1, 30, 5_000}) {
            Sample sample = Sample.of(normal(n, n, 3, 2));

            assertEquals(0, SampleDistance.psi(sample, sample));
            assertEquals(0, SampleDistance.wasserstein(sample, sample));
            assertEquals(0, SampleDistance.kolmogorovSmirnov(sample, sample));
            assertEquals(1, SampleDistance.kolmogorovSmirnovP(0, n, n));
        }
    }

    @Test
    void agreesWithTheTextbookOnRandomSamplesWithTies() {
        for (int seed = 0; seed < 20; seed++) {
            double[] a = normal(seed, 40 + seed, 0, 1);
            double[] b = normal(seed + 100, 60, 0.3, 1.2);
            for (int i = 0; i < b.length; i++) {
                a[i % a.length] = Math.rint(5 * a[i % a.length]) / 5 + 0.0;
                b[i] = Math.rint(5 * b[i]) / 5 + 0.0;
            }
            Sample x = Sample.of(a);
            Sample y = Sample.of(b);

            assertEquals(
                    new KolmogorovSmirnovTest().kolmogorovSmirnovStatistic(a, b),
                    SampleDistance.kolmogorovSmirnov(x, y),
                    1e-12);
            assertEquals(area(a, b), SampleDistance.wasserstein(x, y), 1e-9);
        }
    }

    /** Area between the distribution functions, step by step over all values. */
    private static double area(double[] a, double[] b) {
        double[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        Arrays.sort(all);
        double area = 0;
        for (int i = 1; i < all.length; i++) {
            double at = all[i - 1];
            double below = Arrays.stream(a).filter(v -> v <= at).count() / (double) a.length;
            double other = Arrays.stream(b).filter(v -> v <= at).count() / (double) b.length;
            area += Math.abs(below - other) * (all[i] - at);
        }
        return area;
    }

    @Test
    void aShiftIsSeenOnSharedBinsAndRescalingBothSamplesChangesNothing() {
        Sample reference = Sample.of(normal(1, 5_000, 100, 20));
        double[] moved = normal(2, 5_000, 110, 20);
        Sample current = Sample.of(moved);

        double psi = SampleDistance.psi(reference, current);
        assertTrue(psi > 0.15 && psi < 0.4, () -> "PSI of half a deviation: " + psi);
        assertEquals(10, SampleDistance.wasserstein(reference, current), 1);
        Sample scaled = Sample.of(Arrays.stream(moved).map(v -> 7 * v).toArray());
        Sample base = Sample.of(
                Arrays.stream(normal(1, 5_000, 100, 20)).map(v -> 7 * v).toArray());
        assertEquals(psi, SampleDistance.psi(base, scaled), 1e-9);
    }

    @Test
    void mostlyZeroColumnsHaveFewBinsAndNoFalseAlarm() {
        double[] a = normal(3, 4_000, 0, 1);
        double[] b = normal(4, 4_000, 0, 1);
        for (int i = 0; i < a.length; i++) {
            a[i] = i % 20 == 0 ? Math.abs(a[i]) : 0;
            b[i] = i % 20 == 0 ? Math.abs(b[i]) : 0;
        }
        assertTrue(SampleDistance.psi(Sample.of(a), Sample.of(b)) < 0.01);
    }

    @Test
    void theTestOfEqualMonthsKeepsItsLevel() {
        Random random = new Random(5);
        int rejected = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            double[] usual = new double[12];
            for (int i = 0; i < usual.length; i++) {
                usual[i] = random.nextGaussian();
            }
            double t = MonthTest.t(usual, random.nextGaussian(), 1);
            rejected += MonthTest.twoSided(t, usual.length) < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, rejected / 2_000.0, 0.015);
    }

    @Test
    void cusumStaysQuietOnNoiseAndFindsAStep() {
        Random random = new Random(6);
        int alarms = 0;
        int found = 0;
        for (int trial = 0; trial < 500; trial++) {
            double[] calm = new double[12];
            double[] step = new double[12];
            for (int i = 0; i < calm.length; i++) {
                calm[i] = random.nextGaussian();
                step[i] = random.nextGaussian() + (i >= 8 ? 4 : 0);
            }
            alarms += SelfStartingCusum.of(calm).up(3) > SelfStartingCusum.THRESHOLD ? 1 : 0;
            found += SelfStartingCusum.of(step).up(3) > SelfStartingCusum.THRESHOLD ? 1 : 0;
        }
        assertTrue(alarms < 15, "false alarms " + alarms);
        assertTrue(found > 350, "found " + found);
    }
}
