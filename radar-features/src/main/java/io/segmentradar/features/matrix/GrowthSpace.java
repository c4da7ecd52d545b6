package io.segmentradar.features.matrix;

import java.util.Arrays;

/**
 * The scale on which growth is measured and learned. A value y becomes z; the growth of a node from origin o over h
 * months is (z(o+h) − z(o)) / scale(o). Both spaces follow the data: multiplying a KPI by a constant changes no growth.
 *
 * <ul>
 *   <li>{@link #log(double[], double)}: z = sign(y) · ln(1 + |y|/u), scale 1: relative change, for amounts that multiply;
 *   <li>{@link #level}: z = y, scale = the node's mean absolute value over the last year: for signed and intermittent
 *       amounts, where a logarithm blows small numbers up.
 * </ul>
 */
public final class GrowthSpace {
    private static final int SCALE_MONTHS = 12;

    /** A scale is never below this share of the unit, so that a node that is almost always 0 keeps finite growth. */
    private static final double SCALE_FLOOR = 1e-3;

    private final boolean log;
    private final double unit;
    private final double[] z;
    private final double[] scale;

    private GrowthSpace(boolean log, double unit, double[] z, double[] scale) {
        this.log = log;
        this.unit = unit;
        this.z = z;
        this.scale = scale;
    }

    /**
     * @param values nodes × months
     * @param unit money at which the signed logarithm bends from linear to logarithmic, {@code > 0}
     */
    public static GrowthSpace log(double[] values, double unit) {
        double[] z = new double[values.length];
        for (int i = 0; i < z.length; i++) {
            z[i] = log(values[i], unit);
        }
        double[] scale = new double[z.length];
        Arrays.fill(scale, 1);
        return new GrowthSpace(true, unit, z, scale);
    }

    private static double log(double value, double unit) {
        return Math.signum(value) * Math.log1p(Math.abs(value) / unit);
    }

    /** See {@link #log(double[], double)}; {@code unit} only bounds the scale from below. */
    public static GrowthSpace level(double[] values, int months, double unit) {
        double[] scale = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int month = i % months;
            double sum = 0;
            int n = 0;
            for (int k = 0; k < SCALE_MONTHS && k <= month; k++) {
                if (!Double.isNaN(values[i - k])) {
                    sum += Math.abs(values[i - k]);
                    n++;
                }
            }
            scale[i] = (n == 0 ? 0 : sum / n) + SCALE_FLOOR * unit;
        }
        return new GrowthSpace(false, unit, values, scale);
    }

    /**
     * The unit of a KPI: the {@code share} quantile of its non-zero absolute values up to month {@code last}, or 1 if it
     * has none.
     *
     * @param from first node to look at
     * @param to one past the last
     */
    public static double unit(double[] values, int months, int from, int to, int last, double share) {
        double[] sizes = new double[(to - from) * (last + 1)];
        int n = 0;
        for (int node = from; node < to; node++) {
            for (int m = 0; m <= last; m++) {
                double size = Math.abs(values[node * months + m]);
                if (size > 0) {
                    sizes[n++] = size;
                }
            }
        }
        if (n == 0) {
            return 1;
        }
        Arrays.sort(sizes, 0, n);
        return sizes[(int) (share * (n - 1))];
    }

    /** The money at which the signed logarithm bends. */
    public double unit() {
        return unit;
    }

    public boolean isLog() {
        return log;
    }

    /** Transformed values, same shape as the input; read only. */
    double[] z() {
        return z;
    }

    /** Transformed value of a cell; NaN where missing. */
    public double z(int cell) {
        return z[cell];
    }

    /** What z is for a money value. */
    double transform(double value) {
        return log ? log(value, unit) : value;
    }

    public double scale(int cell) {
        return scale[cell];
    }

    /** Growth from {@code cell} to the cell {@code horizon} months later; NaN if either value is missing. */
    public double growth(int cell, int horizon) {
        return (z[cell + horizon] - z[cell]) / scale[cell];
    }

    /** The growth from {@code cell} that leads to a money value. */
    public double growthTo(int cell, double value) {
        return (transform(value) - z[cell]) / scale[cell];
    }

    /** The money value that a growth from {@code cell} leads to. */
    public double invert(int cell, double growth) {
        double target = z[cell] + growth * scale[cell];
        return log ? Math.signum(target) * Math.expm1(Math.abs(target)) * unit : target;
    }
}
