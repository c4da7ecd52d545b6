package io.segmentradar.features.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.features.calendar.BusinessCalendars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureMatrixTest {
    private static final int SEGMENTS = 40;
    private static final int MONTHS = 50;

    private static FeatureMatrix matrix(SegmentPanel panel, Kpi kpi, boolean log) {
        SeriesBlock block = SeriesBlock.of(panel, RandomPanels.HIERARCHY, RandomPanels.KPIS);
        double[] values = block.values(kpi.id());
        GrowthSpace space = log ? GrowthSpace.log(values, 10) : GrowthSpace.level(values, MONTHS, 10);
        return FeatureBuilder.build(block, RandomPanels.KPIS, kpi, space, BusinessCalendars.named("korea"), List.of());
    }

    @Test
    void noFeatureChangesWhenTheFutureDoes() {
        for (int change : new int[] {13, 30, 47}) {
            SegmentPanel one = RandomPanels.panel(SEGMENTS, MONTHS, change, 1);
            SegmentPanel two = RandomPanels.panel(SEGMENTS, MONTHS, change, 2);
            for (Kpi kpi : RandomPanels.KPIS.kpis()) {
                for (boolean log : new boolean[] {true, false}) {
                    compare(matrix(one, kpi, log), matrix(two, kpi, log), change);
                }
            }
        }
    }

    private static void compare(FeatureMatrix a, FeatureMatrix b, int change) {
        int nodes = 40 + 1 + 5 + 8;
        int differentLater = 0;
        for (int f = 0; f < a.width(); f++) {
            for (int node = 0; node < nodes; node++) {
                for (int m = 0; m < MONTHS; m++) {
                    int row = node * MONTHS + m;
                    if (m < change) {
                        assertEquals(
                                a.at(row, f), b.at(row, f), a.features().get(f).id() + " at month " + m);
                    } else if (a.at(row, f) != b.at(row, f)) {
                        differentLater++;
                    }
                }
            }
        }
        assertNotEquals(0, differentLater, "the two futures must differ, or this test shows nothing");
    }

    @Test
    void windowsAgreeWithSortedLists() {
        SegmentPanel panel = RandomPanels.panel(SEGMENTS, MONTHS, MONTHS, 0);
        SeriesBlock block = SeriesBlock.of(panel, RandomPanels.HIERARCHY, RandomPanels.KPIS);
        double[] z = block.values("balance");
        for (int node = 0; node < block.nodes(); node++) {
            for (int m = 0; m < MONTHS; m++) {
                for (int width : new int[] {2, 3, 6, 12}) {
                    check(z, node * MONTHS, m, width);
                }
            }
        }
    }

    private static void check(double[] z, int start, int month, int width) {
        List<Double> known = new ArrayList<>();
        List<Double> ages = new ArrayList<>();
        for (int m = Math.max(0, month - width + 1); m <= month; m++) {
            if (!Double.isNaN(z[start + m])) {
                known.add(z[start + m]);
                ages.add((double) m);
            }
        }
        int cell = start + month;
        double mean = known.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
        assertEquals(mean, Window.mean(z, cell, month, width), 1e-9);
        if (known.size() > 1) {
            double variance =
                    known.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / known.size();
            assertEquals(Math.sqrt(variance), Window.deviation(z, cell, month, width), 1e-9);
        }
        if (known.size() > 2) {
            double meanAge = ages.stream().mapToDouble(v -> v).average().orElseThrow();
            double sxy = 0;
            double sxx = 0;
            for (int i = 0; i < known.size(); i++) {
                sxy += (ages.get(i) - meanAge) * (known.get(i) - mean);
                sxx += (ages.get(i) - meanAge) * (ages.get(i) - meanAge);
            }
            assertEquals(sxy / sxx, Window.slope(z, cell, month, width), 1e-7);
        }
        if (!known.isEmpty()) {
            List<Double> sorted = new ArrayList<>(known);
            Collections.sort(sorted);
            int n = sorted.size();
            double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
            assertEquals(median, Window.median(z, cell, month, width), 1e-9);
            assertEquals(sorted.get(0), Window.least(z, cell, month, width));
            assertEquals(sorted.get(n - 1), Window.greatest(z, cell, month, width));
            double zeros = known.stream().filter(v -> v == 0).count();
            assertEquals(zeros / n, Window.zeroShare(z, cell, month, width), 1e-12);
        }
    }

    @Test
    void everyFeatureIsFreeOfTheMoneyUnit() {
        SegmentPanel panel = RandomPanels.panel(SEGMENTS, MONTHS, MONTHS, 0);
        SeriesBlock block = SeriesBlock.of(panel, RandomPanels.HIERARCHY, RandomPanels.KPIS);
        double[] values = block.values("balance");
        double[] larger = values.clone();
        for (int i = 0; i < larger.length; i++) {
            larger[i] *= 1024;
        }
        for (boolean log : new boolean[] {true, false}) {
            GrowthSpace one = log ? GrowthSpace.log(values, 8) : GrowthSpace.level(values, MONTHS, 8);
            GrowthSpace two = log ? GrowthSpace.log(larger, 8192) : GrowthSpace.level(larger, MONTHS, 8192);
            for (int cell = 0; cell < values.length - 1; cell++) {
                if (!Double.isNaN(values[cell]) && cell % MONTHS < MONTHS - 1) {
                    assertEquals(one.growth(cell, 1), two.growth(cell, 1), 1e-9);
                    assertEquals(
                            1024 * one.invert(cell, 0.3), two.invert(cell, 0.3), 1e-6 * Math.abs(larger[cell]) + 1e-6);
                }
            }
        }
    }
}
