package io.segmentradar.features.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.panel.SegmentPanel;
import org.junit.jupiter.api.Test;

class SeriesBlockTest {
    private static final int MONTHS = 40;

    @Test
    void everyLevelAddsUpToTheBank() {
        SegmentPanel panel = RandomPanels.panel(40, MONTHS, MONTHS, 0);
        SeriesBlock block = SeriesBlock.of(panel, RandomPanels.HIERARCHY, RandomPanels.KPIS);
        double[] values = block.values("balance");
        for (int level = 0; level < block.levels().size(); level++) {
            for (int m = 0; m < MONTHS; m++) {
                double sum = 0;
                for (int node = block.start(level); node < block.start(level + 1); node++) {
                    double value = values[node * MONTHS + m];
                    sum += Double.isNaN(value) ? 0 : value;
                }
                assertEquals(values[m], sum, 1e-9 * Math.abs(sum));
            }
        }
    }

    @Test
    void aValueStandsAsItWasKnownInItsMonth() {
        SegmentPanel panel = RandomPanels.panel(40, MONTHS, MONTHS, 0);
        SeriesBlock block = SeriesBlock.of(panel, RandomPanels.HIERARCHY, RandomPanels.KPIS);
        int segments = block.start(block.levels().size() - 1);
        for (int m = 0; m < MONTHS; m++) {
            SegmentPanel then = panel.upTo(panel.months().at(m));
            for (int s = 0; s < panel.segments(); s++) {
                assertEquals(then.column("balance").orNaN(s, m), block.values("balance")[(segments + s) * MONTHS + m]);
            }
        }
    }
}
