package io.segmentradar.models.conformal;

import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.NodeKind;
import java.util.Arrays;

/**
 * How large the forecast errors of a node usually are, in money, judged from its own past: its mean absolute monthly
 * change over a year, shrunk towards the change usual for nodes of its level and size. Divides errors into scores that
 * can be pooled.
 */
public final class ErrorScale {
    private static final int YEAR = 12;

    /** Months of own history that weigh as much as what is usual. */
    private static final double USUAL_MONTHS = 3;

    /**
     * Changes before the latest count as at most so many times the node's median or usual one: one torn-off month must not
     * blur a year. The latest counts in full: whether it lasts is what nobody knows yet.
     */
    private static final double CUT = 16;

    private final double[] scale;

    private ErrorScale(double[] scale) {
        this.scale = scale;
    }

    /**
     * Scales of all cells from month {@code first} on; 0 where a node stands still or is missing.
     *
     * @param level the money space of the KPI, for the size of each node
     */
    public static ErrorScale of(SeriesBlock block, double[] values, GrowthSpace level, int first) {
        int months = block.months().count();
        double[] scale = new double[values.length];
        double[] ratios = new double[block.nodes()];
        double[] year = new double[YEAR];
        for (int month = first; month < months; month++) {
            for (int l = 0; l < block.levels().size(); l++) {
                int n = 0;
                for (int node = block.start(l); node < block.start(l + 1); node++) {
                    int cell = node * months + month;
                    double change = change(values, cell, month);
                    if (change > 0 && !NodeKind.isConstant(values, cell, month)) {
                        ratios[n++] = change / level.scale(cell);
                    }
                }
                Arrays.sort(ratios, 0, n);
                double usual = n == 0 ? 0 : ratios[n / 2];
                for (int node = block.start(l); node < block.start(l + 1); node++) {
                    int cell = node * months + month;
                    if (!Double.isNaN(values[cell]) && !NodeKind.isConstant(values, cell, month)) {
                        scale[cell] = shrink(values, cell, month, usual * level.scale(cell), year);
                    }
                }
            }
        }
        return new ErrorScale(scale);
    }

    private static double shrink(double[] values, int cell, int month, double usual, double[] year) {
        int n = 0;
        for (int k = 0; k < YEAR && k < month; k++) {
            double change = Math.abs(values[cell - k] - values[cell - k - 1]);
            if (!Double.isNaN(change)) {
                year[n++] = change;
            }
        }
        double latest = month == 0 || Double.isNaN(values[cell - 1]) ? 0 : year[0];
        Arrays.sort(year, 0, n);
        double most = CUT * (n == 0 ? usual : Math.max(usual, year[n / 2]));
        double sum = USUAL_MONTHS * usual + Math.max(0, latest - most);
        for (int i = 0; i < n; i++) {
            sum += Math.min(most, year[i]);
        }
        return sum / (n + USUAL_MONTHS);
    }

    private static double change(double[] values, int cell, int month) {
        double sum = 0;
        int n = 0;
        for (int k = 0; k < YEAR && k < month; k++) {
            double change = Math.abs(values[cell - k] - values[cell - k - 1]);
            if (!Double.isNaN(change)) {
                sum += change;
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Scale of a cell in money; 0 if unknown or if the node stands still. */
    public double at(int cell) {
        return scale[cell];
    }
}
