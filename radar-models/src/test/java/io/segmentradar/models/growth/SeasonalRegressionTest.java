package io.segmentradar.models.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeasonalRegressionTest {
    private static final int MONTHS = 48;
    private static final int KNOWN = 44;
    private static final Label LABEL = new Label("s", "s");

    /** Sales with a season of their own and 1 % of noise. */
    private static SeriesBlock block(int segments) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            keys.add(SegmentKey.of("s" + s));
        }
        SegmentIndex index = new SegmentIndex(keys);
        double[] sales = new double[segments * MONTHS];
        for (int s = 0; s < segments; s++) {
            int row = index.row(keys.get(s).id()).orElseThrow();
            Random random = new Random(s);
            double[] season = random.doubles(12, 0.7, 1.3).toArray();
            for (int m = 0; m < MONTHS; m++) {
                sales[row * MONTHS + m] = 1000 * season[m % 12] * Math.exp(0.01 * random.nextGaussian());
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                SegmentPanel.CUSTOMER_COUNT, Arrays.stream(sales).map(x -> 10).toArray());
        columns.put("sales", sales);
        SegmentPanel panel =
                SegmentPanel.of(index, new MonthAxis(YearMonth.of(2020, 1), MONTHS), columns, columns.keySet());
        Kpi kpi = new Kpi("sales", LABEL, KpiKind.FLOW, new KpiFormula(List.of(new KpiFormula.Term(1, "sales"))));
        SegmentDimension dimension = new SegmentDimension("shop", "shop", LABEL, "none", List.of());
        return SeriesBlock.of(
                panel, SegmentHierarchy.standard(List.of(dimension)), new KpiCatalog(List.of(kpi), List.of()));
    }

    private static int[] rows(SeriesBlock block, int from, int to) {
        return IntStream.range(0, block.nodes())
                .filter(block::isDistinct)
                .flatMap(node -> IntStream.rangeClosed(node * MONTHS + from, node * MONTHS + to))
                .toArray();
    }

    @Test
    void seasonsOfTheirOwnAreForecastToWithinTheirNoise() {
        SeriesBlock block = block(30);
        GrowthSpace space = GrowthSpace.log(block.values("sales"), 1);
        SeasonalRegression regression = new SeasonalRegression(block, space, 1);
        for (int h = 1; h <= 3; h++) {
            double[] coefficients = regression.coefficients(rows(block, 1, KNOWN - h), h);
            double error = 0;
            double change = 0;
            for (int cell : rows(block, KNOWN, KNOWN)) {
                error += Math.abs(space.growth(cell, h) - regression.growth(coefficients, cell, h));
                change += Math.abs(space.growth(cell, h));
            }
            assertTrue(error < 0.1 * change, "error " + error + " of a change of " + change);
        }
    }

    @Test
    void aSampleHoldsItsShareAndOtherSegmentsHaveNoSayInIt() {
        SeriesBlock few = block(30);
        SeriesBlock more = block(31);
        int[] all = rows(few, 0, MONTHS - 1);
        int[] drawn = new RowSample(few, 7).draw(all, 0.4, 3);
        assertEquals(0.4, (double) drawn.length / all.length, 0.05);
        assertTrue(!Arrays.equals(drawn, new RowSample(few, 7).draw(all, 0.4, 4)), "another number, another sample");
        assertEquals(names(few, drawn), names(more, new RowSample(more, 7).draw(rows(more, 0, MONTHS - 1), 0.4, 3)));
    }

    /** Drawn rows of the segments that both blocks have. */
    private static List<String> names(SeriesBlock block, int[] rows) {
        return Arrays.stream(rows)
                .filter(row -> !block.key(row / MONTHS).equals(SegmentKey.of("s30")))
                .mapToObj(row -> block.key(row / MONTHS).id().value() + " " + row % MONTHS)
                .sorted()
                .toList();
    }
}
