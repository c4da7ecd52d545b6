package io.segmentradar.models.monitor;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.features.calendar.BusinessCalendars;
import io.segmentradar.features.matrix.Feature;
import io.segmentradar.features.matrix.FeatureBuilder;
import io.segmentradar.features.matrix.FeatureGroup;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Drift of what the models learn from: the inputs that they derive from a KPI's history, as the models see them. Inputs
 * that follow the calendar (the season among them, in which every month differs from the others), outside series and the
 * segment's key are left out, and so is the movement of other
 * KPIs, which has checks of its own there. Judged on segments drawn evenly from the panel: more would cost a second and
 * tell the same.
 */
final class FeatureDrift {
    private static final int MOST_SEGMENTS = 200;
    private static final double UNIT_SHARE = 0.3;
    private static final Set<FeatureGroup> DERIVED = Set.of(FeatureGroup.MOMENTUM, FeatureGroup.STABILITY);

    private final MonitorContext context;
    private final SegmentPanel panel;
    private final SeriesBlock block;

    FeatureDrift(MonitorContext context) {
        this.context = context;
        this.panel = drawn(context.panel(), context.kpis());
        int dimensions =
                panel.index().size() == 0 ? 0 : panel.index().key(0).values().size();
        SegmentHierarchy segments = new SegmentHierarchy(
                List.of(),
                List.of(new SegmentLevel(
                        SegmentHierarchy.SEGMENT,
                        IntStream.range(0, dimensions).boxed().toList())));
        this.block = SeriesBlock.of(panel, segments, context.kpis());
    }

    /** Every n-th segment that has customers, so that all kinds are there in their shares. */
    private static SegmentPanel drawn(SegmentPanel panel, KpiCatalog kpis) {
        int[] alive = IntStream.range(0, panel.segments())
                .filter(s ->
                        panel.isBorn(s) && panel.lastMonth(s) == panel.months().count() - 1)
                .toArray();
        int drawn = Math.min(alive.length, MOST_SEGMENTS);
        int[] rows = IntStream.range(0, drawn)
                .map(i -> alive[(int) ((long) i * alive.length / drawn)])
                .toArray();
        List<String> wanted = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        wanted.addAll(kpis.ids());
        wanted.addAll(Absences.columns(kpis));
        int months = panel.months().count();
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : wanted) {
            if (panel.has(name)) {
                PanelColumn column = panel.column(name);
                double[] values = new double[rows.length * months];
                for (int i = 0; i < values.length; i++) {
                    values[i] = column.recorded(rows[i / months], i % months);
                }
                columns.put(name, values);
            }
        }
        List<SegmentKey> keys = Arrays.stream(rows).mapToObj(panel.index()::key).toList();
        return SegmentPanel.of(new SegmentIndex(keys), panel.months(), columns, columns.keySet());
    }

    /** One check for each derived input of each KPI. */
    List<Draft> checks() {
        return context.kpis().kpis().parallelStream()
                .filter(kpi -> panel.has(kpi.id()))
                .map(this::checks)
                .flatMap(List::stream)
                .toList();
    }

    private List<Draft> checks(Kpi kpi) {
        double[] values = block.values(kpi.id());
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .map(size -> size > 0 ? size : Double.NaN)
                .toArray();
        Sample known = Sample.of(sizes);
        double unit = known.size() == 0 ? 1 : known.quantile(UNIT_SHARE);
        FeatureMatrix matrix = FeatureBuilder.build(
                block, context.kpis(), kpi, GrowthSpace.log(values, unit), BusinessCalendars.named("none"), List.of());
        List<Draft> drafts = new ArrayList<>();
        for (int f = 0; f < matrix.width(); f++) {
            Feature feature = matrix.features().get(f);
            if (DERIVED.contains(feature.group())) {
                Label label = new Label(
                        kpi.label().ko() + ": " + feature.label().ko(),
                        kpi.label().en() + ": " + feature.label().en());
                DataDrift drift =
                        new DataDrift(context.policy(), kpi.id() + "." + feature.id(), label, byMonth(matrix, f));
                drafts.add(drift.feature());
            }
        }
        return drafts;
    }

    private double[][] byMonth(FeatureMatrix matrix, int feature) {
        int months = panel.months().count();
        double[][] byMonth = new double[months][panel.segments()];
        for (int s = 0; s < panel.segments(); s++) {
            for (int m = 0; m < months; m++) {
                byMonth[m][s] = matrix.at(s * months + m, feature);
            }
        }
        return byMonth;
    }
}
