package io.segmentradar.models.conformal;

import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.Arrays;

/** Out-of-sample errors of one method at one horizon, and what is usual of them for each node. */
final class PastErrors {
    /** Origins whose errors count: older models knew less, and their errors would widen today's intervals. */
    static final int RECENT = 18;

    /** Own errors that weigh as much as the node's volatility. */
    private static final double VOLATILITY_WEIGHT = 2;

    /** Ratios of error to usual size are cut here: one torn-off month must not make a node unpredictable for a year. */
    private static final double CUT = 8;

    /** Months of changes that stand in for errors. */
    private static final int YEAR = 12;

    private final SeriesBlock block;
    private final double[] values;
    private final ErrorScale scale;
    private final ForecastGrid grid;
    private final int horizon;
    private final int months;

    /** Errors, node × origin; NaN where the target lies beyond the panel or either number is missing. */
    private final double[] errors;

    PastErrors(SeriesBlock block, double[] values, ErrorScale scale, ForecastGrid grid, int horizon) {
        this.block = block;
        this.values = values;
        this.scale = scale;
        this.grid = grid;
        this.horizon = horizon;
        this.months = block.months().count();
        this.errors = errors();
    }

    private double[] errors() {
        double[] own = new double[block.nodes() * origins()];
        for (int node = 0, at = 0; node < block.nodes(); node++) {
            for (int origin = grid.firstOrigin(); origin <= grid.lastOrigin(); origin++, at++) {
                own[at] = origin + horizon < months
                        ? values[node * months + origin + horizon] - grid.get(node, origin, horizon)
                        : Double.NaN;
            }
        }
        return own;
    }

    private int origins() {
        return grid.lastOrigin() - grid.firstOrigin() + 1;
    }

    /** First origin whose errors count at {@code origin}; the last is the one a horizon before. */
    private int oldest(int origin) {
        return Math.max(grid.firstOrigin(), origin - horizon - RECENT + 1);
    }

    /** Size of error usual for each node in money, from errors known at an origin; 0 where it stands still or is unknown. */
    double[] sizes(int origin) {
        double ratio = errorOverVolatility(origin);
        double[] own = new double[block.nodes()];
        for (int node = 0; node < own.length; node++) {
            double usual = ratio * scale.at(node * months + origin);
            if (usual > 0) {
                double sum = VOLATILITY_WEIGHT * usual;
                double n = VOLATILITY_WEIGHT;
                for (int past = oldest(origin); past + horizon <= origin; past++) {
                    double error = error(node, past);
                    if (!Double.isNaN(error)) {
                        sum += Math.min(Math.abs(error), CUT * usual);
                        n++;
                    }
                }
                own[node] = sum / n;
            }
        }
        return own;
    }

    private double errorOverVolatility(int origin) {
        double sum = 0;
        long n = 0;
        for (int from = oldest(origin); from + horizon <= origin; from++) {
            for (int node = block.start(block.levels().size() - 1); node < block.nodes(); node++) {
                double volatility = scale.at(node * months + from);
                double error = error(node, from);
                if (volatility > 0 && !Double.isNaN(error)) {
                    sum += Math.min(CUT, Math.abs(error) / volatility);
                    n++;
                }
            }
        }
        return n == 0 || sum == 0 ? 1 : sum / n;
    }

    private double error(int node, int origin) {
        return errors[node * origins() + origin - grid.firstOrigin()];
    }

    /** Errors of one origin over {@code sizes}, by group, ascending; none if its target lies beyond the panel. */
    double[][] scores(int origin, double[] sizes, SizeGroups groups) {
        double[][] own = new double[groups.count()][0];
        if (origin + horizon >= months) {
            return own;
        }
        int[] n = new int[own.length];
        double[][] pools = new double[own.length][block.nodes()];
        for (int node = 0; node < sizes.length; node++) {
            double error = error(node, origin);
            if (sizes[node] > 0 && !Double.isNaN(error) && block.isDistinct(node)) {
                int group = groups.at(node, origin);
                pools[group][n[group]++] = error / sizes[node];
            }
        }
        for (int g = 0; g < own.length; g++) {
            own[g] = Arrays.copyOf(pools[g], n[g]);
            Arrays.sort(own[g]);
        }
        return own;
    }

    /**
     * What the errors known at an origin would be if nothing were ever expected to change, over {@code sizes}; ascending.
     * They stand in where hardly any error is known yet.
     */
    double[] changes(int origin, double[] sizes) {
        double[] changes = new double[block.nodes() * YEAR];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            for (int to = origin; to >= horizon && to > origin - YEAR && sizes[node] > 0; to--) {
                double change = values[node * months + to] - values[node * months + to - horizon];
                if (!Double.isNaN(change) && block.isDistinct(node)) {
                    changes[n++] = change / sizes[node];
                }
            }
        }
        double[] own = Arrays.copyOf(changes, n);
        Arrays.sort(own);
        return own;
    }
}
