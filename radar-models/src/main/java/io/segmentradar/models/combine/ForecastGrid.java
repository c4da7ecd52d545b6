package io.segmentradar.models.combine;

import io.segmentradar.core.forecast.Horizon;
import java.util.Arrays;

/**
 * Point forecasts of one method for every node, origin and horizon, in money; NaN where it has nothing to say. Origins
 * are positions on the panel's month axis, {@code first .. last}.
 */
public final class ForecastGrid {
    private final String name;
    private final int nodes;
    private final int first;
    private final int origins;
    private final double[][] byHorizon;

    /** Fills the gaps; null for none. */
    private final ForecastGrid stopgap;

    public ForecastGrid(String name, int nodes, int first, int last) {
        this.name = name;
        this.nodes = nodes;
        this.first = first;
        this.origins = last - first + 1;
        this.stopgap = null;
        this.byHorizon = new double[Horizon.MAX][nodes * origins];
        for (double[] values : byHorizon) {
            Arrays.fill(values, Double.NaN);
        }
    }

    private ForecastGrid(ForecastGrid own, ForecastGrid stopgap) {
        this.name = own.name;
        this.nodes = own.nodes;
        this.first = own.first;
        this.origins = own.origins;
        this.byHorizon = own.byHorizon;
        this.stopgap = stopgap;
    }

    public String name() {
        return name;
    }

    public int nodes() {
        return nodes;
    }

    public int firstOrigin() {
        return first;
    }

    public int lastOrigin() {
        return first + origins - 1;
    }

    public double get(int node, int origin, int horizon) {
        double own = byHorizon[horizon - 1][node * origins + origin - first];
        return stopgap != null && Double.isNaN(own) ? stopgap.get(node, origin, horizon) : own;
    }

    public void set(int node, int origin, int horizon, double money) {
        byHorizon[horizon - 1][node * origins + origin - first] = money;
    }

    /** Whether it has nothing to say anywhere. */
    public boolean isBlank() {
        return Arrays.stream(byHorizon).allMatch(values -> Arrays.stream(values).allMatch(Double::isNaN));
    }

    /** The same forecasts under another name. */
    public ForecastGrid named(String other) {
        ForecastGrid copy = new ForecastGrid(other, nodes, first, lastOrigin());
        for (int h = 0; h < byHorizon.length; h++) {
            System.arraycopy(byHorizon[h], 0, copy.byHorizon[h], 0, byHorizon[h].length);
        }
        return copy;
    }

    /** This grid with its gaps filled from another of the same shape; a view of both, to be read only. */
    public ForecastGrid orElse(ForecastGrid other) {
        return new ForecastGrid(this, other);
    }
}
