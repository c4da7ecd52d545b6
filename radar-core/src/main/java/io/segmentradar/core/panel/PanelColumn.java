package io.segmentradar.core.panel;

/** One column of a panel. A missing value is told by {@link #isMissing}; kernels may read it as NaN. */
public final class PanelColumn {
    private final SegmentPanel panel;
    private final double[] values;

    PanelColumn(SegmentPanel panel, double[] values) {
        this.panel = panel;
        this.values = values;
    }

    public boolean isMissing(int segment, int month) {
        return Double.isNaN(orNaN(segment, month));
    }

    /**
     * @throws IllegalStateException if the value is missing
     */
    public double value(int segment, int month) {
        double value = orNaN(segment, month);
        if (Double.isNaN(value)) {
            throw new IllegalStateException("No value for segment '"
                    + panel.index().id(segment) + "' in " + panel.months().at(month));
        }
        return value;
    }

    /** The value, or NaN where it is missing: for kernels, which must not let a NaN out. */
    public double orNaN(int segment, int month) {
        int cell = panel.cell(segment, month);
        return cell < 0 ? Double.NaN : values[cell];
    }

    /**
     * The value as it was recorded, also of a month in which the segment counts as closed now: earlier months did not know
     * that yet, and a panel kept without it would show {@link SegmentPanel#upTo} something else.
     */
    public double recorded(int segment, int month) {
        return panel.recorded(values, segment, month);
    }

    /** A copy of a segment's history over the panel's months, NaN where missing: for kernels. */
    public double[] series(int segment) {
        double[] series = new double[panel.months().count()];
        for (int m = 0; m < series.length; m++) {
            series[m] = orNaN(segment, m);
        }
        return series;
    }
}
