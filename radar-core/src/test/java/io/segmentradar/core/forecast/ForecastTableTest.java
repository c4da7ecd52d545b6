package io.segmentradar.core.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForecastTableTest {
    private static final int Q = ForecastTable.QUANTILES.size();

    @Test
    void intervalsAreReadOffTheQuantiles() {
        ForecastTable table = uniform(0, 100);

        assertEquals(5, table.interval90(0).lower(), 1e-12);
        assertEquals(95, table.interval90(0).upper(), 1e-12);
        assertEquals(10, table.interval80(0).lower(), 1e-12);
    }

    @Test
    void probabilitiesInterpolateAndNeverReachCertainty() {
        ForecastTable table = uniform(0, 100);

        assertEquals(0.35, table.probabilityAtMost(0, 35), 1e-12);
        assertEquals(0.01, table.probabilityAtMost(0, -1e9), 1e-12);
        assertEquals(0.99, table.probabilityAtMost(0, 1e9), 1e-12);
    }

    @Test
    void aPointMassHasAllProbabilityAtItsValue() {
        ForecastTable table = uniform(7, 7);

        assertEquals(0.01, table.probabilityAtMost(0, 6.9), 1e-12);
        assertEquals(0.99, table.probabilityAtMost(0, 7), 1e-12);
    }

    @Test
    void crossingQuantilesAreRefused() {
        double[] crossing = new double[2 * Q];
        crossing[3] = 1;
        assertThrows(IllegalArgumentException.class, () -> table(crossing));
    }

    @Test
    void aNodeWithoutForecastHasNoValues() {
        ForecastTable table = uniform(0, 1);
        assertFalse(table.has(1));
        assertThrows(IllegalArgumentException.class, () -> table.point(1));
    }

    private static ForecastTable uniform(double from, double to) {
        double[] quantiles = new double[2 * Q];
        for (int q = 0; q < Q; q++) {
            quantiles[q] = from + ForecastTable.QUANTILES.get(q) * (to - from);
        }
        return table(quantiles);
    }

    private static ForecastTable table(double[] quantiles) {
        SegmentIndex nodes = new SegmentIndex(List.of(SegmentKey.of("a"), SegmentKey.of("b")));
        return new ForecastTable(
                "segment",
                nodes,
                "deposits",
                YearMonth.of(2024, 11),
                Horizon.ONE,
                new double[] {50, Double.NaN},
                new double[] {1, 0},
                quantiles,
                new String[] {"m", "m"});
    }
}
