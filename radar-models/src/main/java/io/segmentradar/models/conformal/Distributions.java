package io.segmentradar.models.conformal;

import io.segmentradar.core.forecast.ForecastTable;

/** Predictive distributions of all nodes at one origin and horizon. Arrays are read only. */
public final class Distributions {
    private final double[] quantiles;
    private final double[] sizes;

    Distributions(double[] quantiles, double[] sizes) {
        this.quantiles = quantiles;
        this.sizes = sizes;
    }

    /**
     * Nodes × {@link ForecastTable#QUANTILES}; 0 where there is no forecast, the forecast itself where a node stands
     * still.
     */
    public double[] quantiles() {
        return quantiles;
    }

    /** Usual size of each node's error in money; 0 where the node stands still or is unknown. */
    public double[] sizes() {
        return sizes;
    }
}
