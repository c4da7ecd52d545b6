package io.segmentradar.features.matrix;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The monthly histories of the nodes of all levels of a hierarchy, one block of rows after the other: what models learn
 * from. A value stands as it was known at the end of its own month: a segment counts as dormant (0) until it has been
 * without customers long enough to be closed (missing), whatever became of it later. So a row read up to any month shows
 * nothing of the future.
 *
 * <p>Arrays are node-major, {@code nodes × months}, NaN where missing; callers must not change them.
 */
public final class SeriesBlock {
    private final MonthAxis months;
    private final List<SegmentLevel> levels;
    private final List<SegmentIndex> indexes;
    private final int[] start;
    private final int[][] parentRows;
    private final int[] members;
    private final Map<String, double[]> columns = new LinkedHashMap<>();

    private SeriesBlock(SegmentPanel panel, SegmentHierarchy hierarchy, List<String> names) {
        this.months = panel.months();
        this.levels = hierarchy.levels();
        this.indexes = new ArrayList<>();
        this.start = new int[levels.size() + 1];
        this.parentRows = new int[levels.size()][];
        for (int l = 0; l < levels.size(); l++) {
            SegmentLevel level = levels.get(l);
            SegmentIndex index = isSegments(l) ? panel.index() : nodes(panel, level);
            indexes.add(index);
            parentRows[l] = isSegments(l) ? identity(panel.segments()) : panel.nodeRows(level, index);
            start[l + 1] = start[l] + index.size();
        }
        this.members = new int[start[levels.size()]];
        for (int l = 0; l < levels.size(); l++) {
            for (int row : parentRows[l]) {
                members[start[l] + row]++;
            }
        }
        Map<String, double[]> segments = asKnown(panel, names);
        segments.forEach((name, values) -> columns.put(name, addUp(values, panel.segments())));
    }

    /** Histories of all KPIs, the customer count and absences if the panel has them, at every level of the hierarchy. */
    public static SeriesBlock of(SegmentPanel panel, SegmentHierarchy hierarchy, KpiCatalog kpis) {
        List<String> names = new ArrayList<>();
        names.add(SegmentPanel.CUSTOMER_COUNT);
        kpis.kpis().stream().map(Kpi::id).forEach(names::add);
        Absences.columns(kpis).stream().filter(panel::has).forEach(names::add);
        return new SeriesBlock(panel, hierarchy, names);
    }

    private boolean isSegments(int level) {
        return levels.get(level).id().equals(SegmentHierarchy.SEGMENT);
    }

    private static SegmentIndex nodes(SegmentPanel panel, SegmentLevel level) {
        Set<SegmentKey> keys = new LinkedHashSet<>();
        for (int s = 0; s < panel.segments(); s++) {
            keys.add(level.nodeOf(panel.index().key(s)));
        }
        return new SegmentIndex(new ArrayList<>(keys));
    }

    private static int[] identity(int n) {
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        return rows;
    }

    private static Map<String, double[]> asKnown(SegmentPanel panel, List<String> names) {
        int segments = panel.segments();
        int count = panel.months().count();
        Map<String, double[]> known = new LinkedHashMap<>();
        names.forEach(name -> known.put(name, new double[segments * count]));
        for (int m = 0; m < count; m++) {
            SegmentPanel then = panel.upTo(panel.months().at(m));
            for (String name : names) {
                var column = then.column(name);
                double[] values = known.get(name);
                for (int s = 0; s < segments; s++) {
                    values[s * count + m] = column.orNaN(s, m);
                }
            }
        }
        return known;
    }

    private double[] addUp(double[] segments, int count) {
        int t = months.count();
        double[] all = new double[nodes() * t];
        for (int l = 0; l < levels.size(); l++) {
            for (int i = start[l] * t; i < start[l + 1] * t; i++) {
                all[i] = Double.NaN;
            }
            for (int s = 0; s < count; s++) {
                int to = (start[l] + parentRows[l][s]) * t;
                for (int m = 0; m < t; m++) {
                    double value = segments[s * t + m];
                    if (!Double.isNaN(value)) {
                        all[to + m] = Double.isNaN(all[to + m]) ? value : all[to + m] + value;
                    }
                }
            }
        }
        return all;
    }

    public MonthAxis months() {
        return months;
    }

    /** Nodes of all levels together. */
    public int nodes() {
        return members.length;
    }

    public List<SegmentLevel> levels() {
        return levels;
    }

    public SegmentIndex index(int level) {
        return indexes.get(level);
    }

    /** First node of a level; the nodes of level {@code l} are {@code start(l) .. start(l + 1) − 1}. */
    public int start(int level) {
        return start[level];
    }

    public int levelOf(int node) {
        int level = 0;
        while (start[level + 1] <= node) {
            level++;
        }
        return level;
    }

    /** For each segment its node of a level, numbered over the whole block. */
    public int[] nodesOfSegments(int level) {
        int[] nodes = parentRows[level].clone();
        for (int s = 0; s < nodes.length; s++) {
            nodes[s] += start[level];
        }
        return nodes;
    }

    /** Segments under a node; a node with one member repeats that segment. */
    public int members(int node) {
        return members[node];
    }

    /** Whether the node tells models something that no other node does. */
    public boolean isDistinct(int node) {
        return members[node] > 1 || node >= start[levels.size() - 1];
    }

    public SegmentKey key(int node) {
        int level = levelOf(node);
        return indexes.get(level).key(node - start[level]);
    }

    /** Values of a column, nodes × months, NaN where missing; read only. */
    public double[] values(String column) {
        double[] values = columns.get(column);
        if (values == null) {
            throw new IllegalArgumentException("No series '" + column + "'; known: " + columns.keySet());
        }
        return values;
    }

    /** Whether the panel tells who is only absent. */
    public boolean hasAbsences() {
        return columns.containsKey(Absences.ABSENT_COUNT);
    }

    public Set<String> columns() {
        return columns.keySet();
    }
}
