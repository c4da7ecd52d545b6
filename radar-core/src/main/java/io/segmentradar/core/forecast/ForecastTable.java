package io.segmentradar.core.forecast;

import io.segmentradar.core.segment.SegmentIndex;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts of one level, KPI, origin and horizon for all nodes of the level, columnar. A node without a forecast (not
 * born, closed) has none of the values. Each forecast is a distribution, given by its {@link #QUANTILES}. Immutable.
 */
public final class ForecastTable {
    /** Probabilities at which each distribution is tabulated; 5/95 and 10/90 bound the published intervals. */
    public static final List<Double> QUANTILES =
            List.of(0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.975, 0.99);

    private static final int Q05 = QUANTILES.indexOf(0.05);
    private static final int Q10 = QUANTILES.indexOf(0.1);
    private static final int Q90 = QUANTILES.indexOf(0.9);
    private static final int Q95 = QUANTILES.indexOf(0.95);

    private final String level;
    private final SegmentIndex nodes;
    private final String kpi;
    private final YearMonth origin;
    private final Horizon horizon;
    private final double[] point;
    private final double[] scale;
    private final double[] quantiles;
    private final String[] model;

    /**
     * @param point one value a node, NaN where there is no forecast
     * @param scale size of the node's own forecast error, in the money unit, {@code > 0} where there is a forecast and
     *     the error is known, else 0; divides residuals into comparable scores
     * @param quantiles nodes × {@link #QUANTILES}, node-major, ascending for each node
     * @param model name of the model behind each point
     */
    public ForecastTable(
            String level,
            SegmentIndex nodes,
            String kpi,
            YearMonth origin,
            Horizon horizon,
            double[] point,
            double[] scale,
            double[] quantiles,
            String[] model) {
        int n = nodes.size();
        if (point.length != n || scale.length != n || model.length != n || quantiles.length != n * QUANTILES.size()) {
            throw new IllegalArgumentException("Forecasts of " + level + "/" + kpi + " at " + origin + " need " + n
                    + " nodes, got " + point.length + " points, " + scale.length + " scales, " + quantiles.length
                    + " quantiles, " + model.length + " models");
        }
        this.level = level;
        this.nodes = nodes;
        this.kpi = kpi;
        this.origin = origin;
        this.horizon = horizon;
        this.point = point.clone();
        this.scale = scale.clone();
        this.quantiles = quantiles.clone();
        this.model = model.clone();
        for (int node = 0; node < n; node++) {
            if (has(node)) {
                requireAscending(node);
            }
        }
    }

    private void requireAscending(int node) {
        int q = QUANTILES.size();
        for (int i = node * q; i < (node + 1) * q; i++) {
            boolean crossed = i > node * q && quantiles[i] < quantiles[i - 1];
            if (!Double.isFinite(quantiles[i]) || crossed) {
                throw new IllegalArgumentException("Quantiles of '" + nodes.id(node) + "' (" + kpi + ", " + origin
                        + ", h=" + horizon.months() + ") are not finite and ascending: "
                        + Arrays.toString(Arrays.copyOfRange(quantiles, node * q, (node + 1) * q)));
            }
        }
    }

    public String level() {
        return level;
    }

    public SegmentIndex nodes() {
        return nodes;
    }

    public String kpi() {
        return kpi;
    }

    public YearMonth origin() {
        return origin;
    }

    public Horizon horizon() {
        return horizon;
    }

    public YearMonth targetMonth() {
        return origin.plusMonths(horizon.months());
    }

    public boolean has(int node) {
        return !Double.isNaN(point[node]);
    }

    public double point(int node) {
        require(node);
        return point[node];
    }

    /** Size of the node's own forecast error in the money unit; 0 when it is not known. */
    public double scale(int node) {
        require(node);
        return scale[node];
    }

    public String model(int node) {
        require(node);
        return model[node];
    }

    /** Value of the distribution at {@code QUANTILES.get(q)}. */
    public double quantile(int node, int q) {
        require(node);
        return quantiles[node * QUANTILES.size() + q];
    }

    public PredictionInterval interval80(int node) {
        return new PredictionInterval(0.8, quantile(node, Q10), quantile(node, Q90));
    }

    public PredictionInterval interval90(int node) {
        return new PredictionInterval(0.9, quantile(node, Q05), quantile(node, Q95));
    }

    /**
     * Probability that the actual value is at most {@code value}, by linear interpolation between the quantiles; in the
     * open tails the last tabulated probability is returned, never 0 or 1.
     */
    public double probabilityAtMost(int node, double value) {
        require(node);
        int n = QUANTILES.size();
        if (value < quantile(node, 0)) {
            return QUANTILES.get(0);
        }
        for (int q = n - 1; q >= 0; q--) {
            double left = quantile(node, q);
            if (value >= left) {
                if (q == n - 1) {
                    return QUANTILES.get(q);
                }
                double share = (value - left) / (quantile(node, q + 1) - left);
                return QUANTILES.get(q) + share * (QUANTILES.get(q + 1) - QUANTILES.get(q));
            }
        }
        throw new IllegalStateException("Quantiles of '" + nodes.id(node) + "' are not ascending");
    }

    public Forecast forecast(int node) {
        return new Forecast(
                level,
                nodes.id(node),
                kpi,
                origin,
                horizon,
                point(node),
                interval80(node),
                interval90(node),
                model(node));
    }

    private void require(int node) {
        if (!has(node)) {
            throw new IllegalArgumentException("No forecast of " + kpi + " for '" + nodes.id(node) + "' at " + origin);
        }
    }
}
