package io.segmentradar.models.combine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.features.matrix.SeriesBlock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Twenty small and twenty large segments over a year, and one that appeared two months before the end. */
class AlikeKinTest {
    private static final int MONTHS = 12;
    private static final int YOUNG = 40;
    private static final KpiCatalog KPIS = new KpiCatalog(
            List.of(new Kpi(
                    "balance",
                    new Label("잔액", "Balance"),
                    KpiKind.BALANCE,
                    new KpiFormula(List.of(new KpiFormula.Term(1, "a"))))),
            List.of());

    private static AlikeKin kin(double customers, double balance, double lastOfOthers) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s <= YOUNG; s++) {
            keys.add(SegmentKey.of("s" + String.format("%02d", s)));
        }
        double[] count = new double[keys.size() * MONTHS];
        double[] values = new double[count.length];
        for (int s = 0; s <= YOUNG; s++) {
            for (int m = 0; m < MONTHS; m++) {
                boolean born = s < YOUNG || m >= MONTHS - 2;
                boolean large = s % 2 == 1;
                double spread = 1 + s / 100.0;
                count[s * MONTHS + m] = s == YOUNG ? born ? customers : 0 : large ? 30 * spread : 2 * spread;
                values[s * MONTHS + m] = s == YOUNG
                        ? born ? balance : Double.NaN
                        : (large ? 900 : 10) * spread * (m == MONTHS - 1 ? lastOfOthers : 1);
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, count);
        columns.put("balance", values);
        SegmentPanel panel = SegmentPanel.of(
                new SegmentIndex(keys), new MonthAxis(YearMonth.of(2024, 1), MONTHS), columns, columns.keySet());
        SegmentHierarchy segments =
                new SegmentHierarchy(List.of(), List.of(new SegmentLevel(SegmentHierarchy.SEGMENT, List.of(0))));
        return new AlikeKin(SeriesBlock.of(panel, segments, KPIS), KPIS);
    }

    private static int[] of(AlikeKin kin, int origin) {
        return kin.of(YOUNG, origin).toArray();
    }

    @Test
    void kinHaveTheSizeAndTheAmountsOfTheYoungOne() {
        int[] likeLarge = of(kin(31, 950, 1), MONTHS - 1);
        int[] likeSmall = of(kin(2, 11, 1), MONTHS - 1);

        assertEquals(16, likeLarge.length, "two fifths of those with a history");
        assertTrue(Arrays.stream(likeLarge).allMatch(s -> s % 2 == 1), Arrays.toString(likeLarge));
        assertTrue(Arrays.stream(likeSmall).allMatch(s -> s % 2 == 0), Arrays.toString(likeSmall));
    }

    @Test
    void whatComesAfterTheOriginHasNoSay() {
        assertArrayEquals(of(kin(31, 950, 1), MONTHS - 2), of(kin(31, 950, 77), MONTHS - 2));
    }

    @Test
    void aGrownSegmentAsksForNoKin() {
        assertEquals(0, kin(31, 950, 1).of(3, MONTHS - 1).count());
    }
}
