package io.segmentradar.models.combine;

import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.classic.Seasonality;
import java.util.Arrays;

/** What a series looks like at an origin; methods are weighed within a kind. */
public enum NodeKind {
    /** Nothing known at the origin. */
    ABSENT,
    /** The same value for a year, or ever since birth: forecast as it is. */
    CONSTANT,
    /** Less than a year known. */
    SHORT,
    /** A quarter of the year's months or more are idle. */
    INTERMITTENT,
    /** A yearly pattern is significant. */
    SEASONAL,
    SMOOTH,
    /** A node above the segments. */
    AGGREGATE;

    private static final int YEAR = 12;
    private static final double IDLE = 0.25;
    private static final int CONSTANT_AFTER = 3;

    /** Kind of a series that ends at {@code month}, from its own past only. */
    static NodeKind of(double[] values, int cell, int month, boolean segment) {
        if (Double.isNaN(values[cell])) {
            return ABSENT;
        }
        if (isConstant(values, cell, month)) {
            return CONSTANT;
        }
        int known = 1;
        int zeros = values[cell] == 0 ? 1 : 0;
        while (known <= month && known < YEAR && !Double.isNaN(values[cell - known])) {
            zeros += values[cell - known] == 0 ? 1 : 0;
            known++;
        }
        if (known < YEAR) {
            return SHORT;
        }
        if (zeros >= IDLE * known) {
            return INTERMITTENT;
        }
        if (!segment) {
            return AGGREGATE;
        }
        double[] run = run(values, cell, month);
        return Seasonality.of(run, run.length).isPresent() ? SEASONAL : SMOOTH;
    }

    /** True if the value has not changed for a year, or since birth at least {@value #CONSTANT_AFTER} months ago. */
    public static boolean isConstant(double[] values, int cell, int month) {
        int known = 1;
        while (known <= month && known < YEAR && !Double.isNaN(values[cell - known])) {
            if (values[cell - known] != values[cell]) {
                return false;
            }
            known++;
        }
        return known >= CONSTANT_AFTER;
    }

    /** Kind of every node at {@code month}. */
    public static NodeKind[] classify(SeriesBlock block, double[] values, int month) {
        int months = block.months().count();
        NodeKind[] kinds = new NodeKind[block.nodes()];
        int segments = block.start(block.levels().size() - 1);
        for (int node = 0; node < kinds.length; node++) {
            kinds[node] = of(values, node * months + month, month, node >= segments);
        }
        return kinds;
    }

    /** The unbroken stretch of known values that ends at {@code month}, oldest first; empty if that month is missing. */
    public static double[] run(double[] values, int cell, int month) {
        int length = 0;
        while (length <= month && !Double.isNaN(values[cell - length])) {
            length++;
        }
        return Arrays.copyOfRange(values, cell - length + 1, cell + 1);
    }
}
