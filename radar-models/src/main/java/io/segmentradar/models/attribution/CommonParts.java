package io.segmentradar.models.attribution;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The third view of the surprise bridge for one KPI and month: how far the residual is that of the market, of the
 * industry and of the province. The residual ratio of the segments around a node, the node itself left out, says what
 * they have in common; each wider part is taken first.
 */
final class CommonParts {
    private final SegmentHierarchy hierarchy;
    private final AlertContext context;
    private final double[] residual;
    private final double[] size;

    /**
     * @param money common part of the residual
     */
    record Part(SegmentLevel level, double money) {}

    CommonParts(AlertContext context, String kpi) {
        this.context = context;
        this.hierarchy = context.hierarchy();
        int segments = context.panel().segments();
        residual = new double[segments];
        size = new double[segments];
        Arrays.fill(residual, Double.NaN);
        int review = context.panel().months().count() - 1;
        if (review > 0) {
            Optional<ForecastTable> made = context.past()
                    .table(
                            SegmentHierarchy.SEGMENT,
                            kpi,
                            context.panel().months().at(review - 1),
                            Horizon.ONE);
            made.ifPresent(table -> fill(table, context.panel().column(kpi), review));
        }
    }

    private void fill(ForecastTable table, PanelColumn actual, int review) {
        for (int s = 0; s < residual.length; s++) {
            int row = table.nodes().row(context.panel().index().id(s)).orElse(-1);
            double value = actual.orNaN(s, review);
            if (row >= 0 && table.has(row) && !Double.isNaN(value)) {
                residual[s] = value - table.point(row);
                size[s] = Math.abs(table.point(row));
            }
        }
    }

    /** The parts of the levels above the alert's node, widest first; what they leave is the node's own. */
    List<Part> of(Alert alert) {
        SegmentLevel own = hierarchy.level(alert.level());
        List<Part> parts = new ArrayList<>();
        double bank = 0;
        for (SegmentLevel level : hierarchy.levels()) {
            boolean wider =
                    level.dimensions().size() < Math.min(2, own.dimensions().size())
                            && own.dimensions().containsAll(level.dimensions())
                            && level.dimensions().stream().allMatch(dimension -> dimension < 2);
            if (wider) {
                double ratio = ratioAround(alert, own, level);
                boolean isBank = level.dimensions().isEmpty();
                parts.add(new Part(level, (isBank ? ratio : ratio - bank) * Math.abs(alert.expected())));
                bank = isBank ? ratio : bank;
            }
        }
        return parts;
    }

    /** Σ residual / Σ |forecast| over the segments of the wider node that are not in the alert's, within ±1. */
    private double ratioAround(Alert alert, SegmentLevel own, SegmentLevel wider) {
        SegmentKey around = null;
        for (int s = 0; s < residual.length && around == null; s++) {
            SegmentKey key = context.panel().index().key(s);
            if (own.nodeOf(key).id().equals(alert.segment())) {
                around = wider.nodeOf(key);
            }
        }
        double sum = 0;
        double scale = 0;
        for (int s = 0; s < residual.length; s++) {
            SegmentKey key = context.panel().index().key(s);
            if (!Double.isNaN(residual[s])
                    && wider.nodeOf(key).equals(around)
                    && !own.nodeOf(key).id().equals(alert.segment())) {
                sum += residual[s];
                scale += size[s];
            }
        }
        return scale == 0 ? 0 : Math.max(-1, Math.min(1, sum / scale));
    }
}
