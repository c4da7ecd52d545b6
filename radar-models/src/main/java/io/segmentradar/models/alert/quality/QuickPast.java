package io.segmentradar.models.alert.quality;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.models.alert.quick.QuickForecaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Past forecasts of all levels as trials need them, made by the quick forecaster, which is fast enough to make them anew
 * for every altered panel. Aggregates are sums.
 */
final class QuickPast {
    private static final String NAME = "quick";

    private final SegmentHierarchy hierarchy;
    private final KpiCatalog kpis;
    private final int firstTarget;
    private final QuickForecaster forecaster;

    /**
     * Learns from the untouched panel, for every target month from {@code firstTarget} on, what was known before it.
     */
    QuickPast(SegmentPanel panel, SegmentHierarchy hierarchy, KpiCatalog kpis, int firstTarget) {
        this.hierarchy = hierarchy;
        this.kpis = kpis;
        this.firstTarget = firstTarget;
        this.forecaster = new QuickForecaster(panel, kpis, firstTarget, 1);
    }

    /**
     * Forecasts of the {@code origins} last months that can be judged by the last month of {@code panel}; the panel may
     * be altered, its series are forecast as they are.
     */
    ForecastSet of(SegmentPanel panel, int origins) {
        int review = panel.months().count() - 1;
        int first = Math.max(firstTarget, review - origins + 1);
        List<ForecastTable> tables = new ArrayList<>();
        Map<String, SegmentIndex> nodes = new HashMap<>();
        Map<String, int[]> rows = new HashMap<>();
        for (SegmentLevel level : hierarchy.levels()) {
            SegmentIndex index = nodes(panel, level);
            nodes.put(level.id(), index);
            rows.put(level.id(), panel.nodeRows(level, index));
        }
        for (Kpi kpi : kpis.kpis()) {
            double[][] made = forecaster.forecasts(panel, kpi, first, review);
            for (int target = first; target <= review; target++) {
                double[] segments = made[target - first];
                for (SegmentLevel level : hierarchy.levels()) {
                    tables.add(table(
                            level,
                            nodes.get(level.id()),
                            kpi,
                            panel,
                            target - 1,
                            sum(
                                    segments,
                                    rows.get(level.id()),
                                    nodes.get(level.id()).size())));
                }
            }
        }
        return new ForecastSet(tables);
    }

    private static SegmentIndex nodes(SegmentPanel panel, SegmentLevel level) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            keys.add(level.nodeOf(panel.index().key(s)));
        }
        return new SegmentIndex(keys.stream().distinct().toList());
    }

    private static double[] sum(double[] segments, int[] rows, int nodes) {
        double[] sums = new double[nodes];
        Arrays.fill(sums, Double.NaN);
        for (int s = 0; s < segments.length; s++) {
            if (!Double.isNaN(segments[s])) {
                sums[rows[s]] = Double.isNaN(sums[rows[s]]) ? segments[s] : sums[rows[s]] + segments[s];
            }
        }
        return sums;
    }

    private static ForecastTable table(
            SegmentLevel level, SegmentIndex nodes, Kpi kpi, SegmentPanel panel, int origin, double[] point) {
        double[] quantiles = new double[point.length * ForecastTable.QUANTILES.size()];
        String[] model = new String[point.length];
        Arrays.fill(model, NAME);
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = point[i / ForecastTable.QUANTILES.size()];
        }
        return new ForecastTable(
                level.id(),
                nodes,
                kpi.id(),
                panel.months().at(origin),
                Horizon.ONE,
                point,
                new double[point.length],
                quantiles,
                model);
    }
}
