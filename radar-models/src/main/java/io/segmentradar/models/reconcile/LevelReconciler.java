package io.segmentradar.models.reconcile;

import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A {@link Reconciliation} behind the port of the core, for callers that hold forecasts by level. */
public final class LevelReconciler implements Reconciler {
    private final Reconciliation method;

    public LevelReconciler(Reconciliation method) {
        this.method = method;
    }

    @Override
    public String name() {
        return method.id();
    }

    @Override
    public Map<String, double[]> reconcile(
            SegmentPanel segments,
            SegmentHierarchy hierarchy,
            Map<String, double[]> base,
            Map<String, double[][]> residuals,
            boolean signed) {
        SummingStructure structure = SummingStructure.of(segments, hierarchy);
        List<String> order = order(hierarchy);
        double[] flat = new double[structure.nodes()];
        int origins = origins(residuals);
        double[][] errors = new double[origins][structure.nodes()];
        int start = 0;
        for (String level : order) {
            double[] own = base.get(level);
            System.arraycopy(own, 0, flat, start, own.length);
            for (int t = 0; t < origins; t++) {
                for (int i = 0; i < own.length; i++) {
                    errors[t][start + i] = residuals.get(level)[i][t];
                }
            }
            start += own.length;
        }
        double[] coherent = method.reconcile(structure, flat, errors, usual(flat, errors), signed);
        Map<String, double[]> result = new LinkedHashMap<>();
        start = 0;
        for (String level : order) {
            int n = base.get(level).length;
            result.put(level, Arrays.copyOfRange(coherent, start, start + n));
            start += n;
        }
        return result;
    }

    /** Upper levels in hierarchy order, then segments. */
    private static List<String> order(SegmentHierarchy hierarchy) {
        List<String> order = new ArrayList<>(
                hierarchy.levels().stream().map(SegmentLevel::id).toList());
        order.remove(SegmentHierarchy.SEGMENT);
        order.add(SegmentHierarchy.SEGMENT);
        return order;
    }

    private static int origins(Map<String, double[][]> residuals) {
        return residuals.values().stream()
                .filter(level -> level.length > 0)
                .mapToInt(level -> level[0].length)
                .findFirst()
                .orElse(0);
    }

    /** Mean absolute error of each node; nodes without errors get their forecast's share of the mean relative error. */
    private static double[] usual(double[] base, double[][] errors) {
        double[] usual = new double[base.length];
        boolean[] seen = new boolean[base.length];
        double error = 0;
        double size = 0;
        for (int i = 0; i < base.length; i++) {
            int n = 0;
            for (double[] origin : errors) {
                if (!Double.isNaN(origin[i])) {
                    usual[i] += Math.abs(origin[i]);
                    n++;
                }
            }
            seen[i] = n > 0;
            usual[i] = n == 0 ? 0 : usual[i] / n;
            if (seen[i] && !Double.isNaN(base[i])) {
                error += usual[i];
                size += Math.abs(base[i]);
            }
        }
        double relative = size > 0 && error > 0 ? error / size : 0.1;
        for (int i = 0; i < base.length; i++) {
            if (!seen[i] && !Double.isNaN(base[i])) {
                usual[i] = relative * Math.abs(base[i]);
            }
        }
        return usual;
    }
}
