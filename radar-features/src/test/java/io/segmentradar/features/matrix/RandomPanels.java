package io.segmentradar.features.matrix;

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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random panels of two KPIs, one signed, over two dimensions; some segments are born late, some close. */
final class RandomPanels {
    static final Kpi BALANCE = kpi("balance", KpiKind.BALANCE);
    static final Kpi NET = kpi("net", KpiKind.SIGNED_FLOW);
    static final KpiCatalog KPIS = new KpiCatalog(List.of(BALANCE, NET), List.of());
    static final SegmentHierarchy HIERARCHY =
            SegmentHierarchy.standard(List.of(dimension("industry"), dimension("province")));

    private RandomPanels() {}

    private static Kpi kpi(String id, KpiKind kind) {
        return new Kpi(id, new Label(id, id), kind, new KpiFormula(List.of(new KpiFormula.Term(1, id))));
    }

    private static SegmentDimension dimension(String id) {
        return new SegmentDimension(id, id, new Label(id, id), "none", List.of());
    }

    /**
     * @param changedFrom months from here on are drawn anew with another seed
     */
    static SegmentPanel panel(int segments, int months, int changedFrom, long otherSeed) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            keys.add(SegmentKey.of("i" + s % 5, "p" + s / 5));
        }
        SegmentIndex index = new SegmentIndex(keys);
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, new double[segments * months]);
        columns.put("balance", new double[segments * months]);
        columns.put("net", new double[segments * months]);
        for (int s = 0; s < segments; s++) {
            fill(columns, s, months, changedFrom, otherSeed);
        }
        return SegmentPanel.of(index, new MonthAxis(YearMonth.of(2021, 1), months), columns, columns.keySet());
    }

    private static void fill(Map<String, double[]> columns, int s, int months, int changedFrom, long otherSeed) {
        Random random = new Random(1000 + s);
        int birth = s % 4 == 0 ? random.nextInt(months / 2) : 0;
        int death = s % 7 == 0 ? months / 2 + random.nextInt(months / 2) : months;
        double level = Math.exp(4 + random.nextGaussian());
        for (int m = 0; m < months; m++) {
            if (m == changedFrom) {
                random = new Random(otherSeed * 31 + s);
            }
            level *= Math.exp(0.1 * random.nextGaussian());
            boolean alive = m >= birth && m < death;
            int cell = s * months + m;
            columns.get(SegmentPanel.CUSTOMER_COUNT)[cell] = alive ? 1 + random.nextInt(9) : 0;
            columns.get("balance")[cell] = alive && random.nextInt(10) > 0 ? level : 0;
            columns.get("net")[cell] = alive ? 20 * random.nextGaussian() : 0;
        }
    }
}
