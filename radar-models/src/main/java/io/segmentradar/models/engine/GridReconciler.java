package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.conformal.ErrorScale;
import io.segmentradar.models.reconcile.Reconciliation;
import io.segmentradar.models.reconcile.SummingStructure;
import java.util.Arrays;

/** Makes the forecasts of every origin add up, from errors whose targets were known at that origin. */
final class GridReconciler {
    private final SeriesBlock block;
    private final double[] values;
    private final ErrorScale scale;
    private final boolean signed;
    private final int months;

    GridReconciler(SeriesBlock block, double[] values, ErrorScale scale, boolean signed) {
        this.block = block;
        this.values = values;
        this.scale = scale;
        this.signed = signed;
        this.months = block.months().count();
    }

    ForecastGrid reconcile(ForecastGrid base, Reconciler method) {
        Reconciliation reconciliation = new Reconciliation(method);
        SummingStructure structure = SummingStructure.of(block);
        ForecastGrid coherent = new ForecastGrid(base.name(), base.nodes(), base.firstOrigin(), base.lastOrigin());
        for (int h = 1; h <= Horizon.MAX; h++) {
            double[][] errors = errors(base, h);
            for (int origin = base.firstOrigin(); origin <= base.lastOrigin(); origin++) {
                double[] points = new double[base.nodes()];
                double[] usual = new double[base.nodes()];
                for (int node = 0; node < points.length; node++) {
                    points[node] = base.get(node, origin, h);
                    usual[node] = scale.at(node * months + origin);
                }
                double[][] known = Arrays.copyOf(errors, Math.max(0, origin - h - base.firstOrigin() + 1));
                double[] solved = reconciliation.reconcile(structure, points, known, usual, signed);
                for (int node = 0; node < points.length; node++) {
                    coherent.set(node, origin, h, solved[node]);
                }
            }
        }
        return coherent;
    }

    /** Errors by origin and node, for the origins whose target the panel holds. */
    private double[][] errors(ForecastGrid base, int h) {
        double[][] errors = new double[Math.max(0, base.lastOrigin() - h - base.firstOrigin() + 1)][base.nodes()];
        for (int t = 0; t < errors.length; t++) {
            int origin = base.firstOrigin() + t;
            for (int node = 0; node < base.nodes(); node++) {
                errors[t][node] = values[node * months + origin + h] - base.get(node, origin, h);
            }
        }
        return errors;
    }
}
