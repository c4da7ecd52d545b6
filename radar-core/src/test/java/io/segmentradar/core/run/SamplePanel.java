package io.segmentradar.core.run;

import static io.segmentradar.core.run.SampleSpec.GRADES;
import static io.segmentradar.core.run.SampleSpec.KPIS;

import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Segments whose figures walk at random; every fifth has fewer than three customers. */
final class SamplePanel {
    private static final List<String> PROVINCES = List.of("서울", "부산", "경기", "미상");

    private SamplePanel() {}

    static SegmentPanel panel(int industries, YearMonth asOf, int months) {
        SegmentIndex index = new SegmentIndex(keys(industries));
        Random random = new Random(industries * 31L + months);
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] customers = new double[index.size() * months];
        for (int s = 0; s < index.size(); s++) {
            Arrays.fill(customers, s * months, (s + 1) * months, s % 5 == 4 ? 2 : 5 + s % 40);
        }
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        for (String kpi : KPIS) {
            columns.put(kpi, walk(random, index.size(), months, kpi.equals("net_inflow")));
        }
        double[] ratio = new double[customers.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = i % 7 == 0 ? Double.NaN : 0.25;
        }
        columns.put("limit_utilisation", ratio);
        for (int k = 0; k < KPIS.size(); k++) {
            columns.put("amount_" + k, columns.get(KPIS.get(k)));
        }
        Set<String> additive = new LinkedHashSet<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        additive.addAll(KPIS);
        return SegmentPanel.of(index, MonthAxis.between(asOf.minusMonths(months - 1), asOf), columns, additive);
    }

    private static List<SegmentKey> keys(int industries) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int i = 0; i < industries; i++) {
            for (String province : PROVINCES) {
                for (String grade : GRADES) {
                    keys.add(SegmentKey.of(i == 0 ? "제조/화학|기타" : "업종" + i, province, grade, "Y"));
                    keys.add(SegmentKey.of(i == 0 ? "제조/화학|기타" : "업종" + i, province, grade, "N"));
                }
            }
        }
        return keys;
    }

    private static double[] walk(Random random, int segments, int months, boolean signed) {
        double[] values = new double[segments * months];
        for (int s = 0; s < segments; s++) {
            double level = 100 + random.nextInt(10_000);
            for (int m = 0; m < months; m++) {
                level *= 1 + 0.05 * random.nextGaussian();
                values[s * months + m] = signed ? level - 5_000 : level;
            }
        }
        return values;
    }
}
