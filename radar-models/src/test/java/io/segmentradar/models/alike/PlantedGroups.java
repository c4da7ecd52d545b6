package io.segmentradar.models.alike;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Segments of known groups, each with a size, mix, trend and season of its own and noise on all of it. The key tells
 * nothing of the group.
 */
final class PlantedGroups {
    static final int MONTHS = 36;
    static final List<String> KPIS = List.of("deposits", "loans", "card_spend", "fx_amount");

    private final int groups;
    private final double noise;
    private final Random random;

    PlantedGroups(int groups, double noise, long seed) {
        this.groups = groups;
        this.noise = noise;
        this.random = new Random(seed);
    }

    static KpiCatalog kpis() {
        return new KpiCatalog(
                KPIS.stream()
                        .map(id -> new Kpi(
                                id,
                                new Label(id, id),
                                KpiKind.BALANCE,
                                new KpiFormula(List.of(new KpiFormula.Term(1, "amount_" + id)))))
                        .toList(),
                List.of());
    }

    /** Group of a segment by its row. */
    int group(int row) {
        return row % groups;
    }

    SegmentPanel panel(int segments) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            keys.add(SegmentKey.of(
                    String.format(Locale.ROOT, "i%05d", s), "p" + random.nextInt(5), random.nextInt(2) + ""));
        }
        double[] customers = new double[segments * MONTHS];
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        KPIS.forEach(kpi -> columns.put(kpi, new double[segments * MONTHS]));
        for (int s = 0; s < segments; s++) {
            fill(s, columns);
        }
        Set<String> additive = new LinkedHashSet<>(columns.keySet());
        return SegmentPanel.of(new SegmentIndex(keys), new MonthAxis(YearMonth.of(2022, 1), MONTHS), columns, additive);
    }

    private void fill(int s, Map<String, double[]> columns) {
        int g = group(s);
        double count = Math.round(20 * Math.exp(0.8 * (g % 3)) * Math.exp(0.2 * random.nextGaussian()));
        for (int m = 0; m < MONTHS; m++) {
            columns.get(SegmentPanel.CUSTOMER_COUNT)[s * MONTHS + m] = Math.max(1, count);
        }
        for (int k = 0; k < KPIS.size(); k++) {
            double level = Math.log(50) + 1.2 * ((g + k) % groups) + 0.3 * random.nextGaussian();
            double trend = 0.02 * ((g * 3 + k) % 5 - 2);
            double season = 0.25 * ((g + 2 * k) % 3);
            for (int m = 0; m < MONTHS; m++) {
                double value = level
                        + trend * (m - MONTHS)
                        + season * Math.sin(2 * Math.PI * (m + 2 * g) / 12)
                        + noise * (1 + g % 2) * random.nextGaussian();
                columns.get(KPIS.get(k))[s * MONTHS + m] = count * Math.exp(value);
            }
        }
    }
}
