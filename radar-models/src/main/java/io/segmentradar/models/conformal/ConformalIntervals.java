package io.segmentradar.models.conformal;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.Arrays;

/**
 * Predictive distributions by Mondrian conformal prediction: scores are out-of-sample errors of the last
 * {@value #RECENT} origins divided by the size of error usual for the node, pooled by level and, for segments, size
 * class. The usual size is the mean of the node's own errors shrunk towards its {@link ErrorScale}. At an origin only
 * errors whose targets were known by then count. A node with a single segment is treated as that segment.
 */
public final class ConformalIntervals {
    /** Size classes of segments, by thirds of those that move. */
    public static final int SIZE_CLASSES = 3;

    /** Origins whose errors count: older models knew less, and their errors would widen today's intervals. */
    private static final int RECENT = 18;

    /** Own errors that weigh as much as the node's volatility. */
    private static final double VOLATILITY_WEIGHT = 4;

    private static final int ENOUGH = 100;
    private static final int Q = ForecastTable.QUANTILES.size();

    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace level;
    private final ErrorScale scale;
    private final ForecastGrid grid;
    private final boolean signed;
    private final int months;
    private final int segmentLevel;

    public ConformalIntervals(
            SeriesBlock block,
            double[] values,
            GrowthSpace level,
            ErrorScale scale,
            ForecastGrid grid,
            boolean signed) {
        this.block = block;
        this.values = values;
        this.level = level;
        this.scale = scale;
        this.grid = grid;
        this.signed = signed;
        this.months = block.months().count();
        this.segmentLevel = block.levels().size() - 1;
    }

    /** Distributions of all nodes at one origin; see the accessors. */
    public Distributions at(int origin, int horizon) {
        int[] groups = groups(origin);
        double[][] sizes = sizes(origin, horizon);
        double[] now = sizes[origin - grid.firstOrigin()];
        double[][] scores = scoreQuantiles(origin, horizon, sizes);
        double[] quantiles = new double[block.nodes() * Q];
        for (int node = 0; node < block.nodes(); node++) {
            double point = grid.get(node, origin, horizon);
            if (!Double.isNaN(point)) {
                double[] own = scores[groups[node]];
                for (int q = 0; q < Q; q++) {
                    double value = point + now[node] * own[q];
                    quantiles[node * Q + q] = signed ? value : Math.max(0, value);
                }
            }
        }
        return new Distributions(quantiles, now);
    }

    /** Usual size of error by origin and node, each from errors known at that origin. */
    private double[][] sizes(int origin, int horizon) {
        double ratio = errorOverVolatility(origin, horizon);
        double[][] sizes = new double[origin - grid.firstOrigin() + 1][block.nodes()];
        for (int node = 0; node < block.nodes(); node++) {
            for (int from = grid.firstOrigin(); from <= origin; from++) {
                double volatility = scale.at(node * months + from);
                if (volatility > 0) {
                    double sum = VOLATILITY_WEIGHT * ratio * volatility;
                    double n = VOLATILITY_WEIGHT;
                    int oldest = Math.max(grid.firstOrigin(), from - horizon - RECENT + 1);
                    for (int past = oldest; past + horizon <= from; past++) {
                        double error = error(node, past, horizon);
                        if (!Double.isNaN(error)) {
                            // One torn-off month must not make a node unpredictable for a year.
                            sum += Math.min(Math.abs(error), 8 * ratio * volatility);
                            n++;
                        }
                    }
                    sizes[from - grid.firstOrigin()][node] = sum / n;
                }
            }
        }
        return sizes;
    }

    private double errorOverVolatility(int origin, int horizon) {
        double sum = 0;
        long n = 0;
        for (int from = Math.max(grid.firstOrigin(), origin - horizon - RECENT + 1); from + horizon <= origin; from++) {
            for (int node = block.start(segmentLevel); node < block.nodes(); node++) {
                double volatility = scale.at(node * months + from);
                double error = error(node, from, horizon);
                if (volatility > 0 && !Double.isNaN(error)) {
                    sum += Math.min(8, Math.abs(error) / volatility);
                    n++;
                }
            }
        }
        return n == 0 || sum == 0 ? 1 : sum / n;
    }

    private double error(int node, int origin, int horizon) {
        return values[node * months + origin + horizon] - grid.get(node, origin, horizon);
    }

    /** Group of each node: its level, or for segments one of three further groups by size at the origin. */
    private int[] groups(int origin) {
        int[] groups = new int[block.nodes()];
        for (int l = 0; l < segmentLevel; l++) {
            Arrays.fill(groups, block.start(l), block.start(l + 1), l);
        }
        int from = block.start(segmentLevel);
        double[] sizes = new double[block.nodes() - from];
        int n = 0;
        for (int node = from; node < block.nodes(); node++) {
            int cell = node * months + origin;
            if (scale.at(cell) > 0) {
                sizes[n++] = level.scale(cell);
            }
        }
        Arrays.sort(sizes, 0, n);
        for (int node = 0; node < block.nodes(); node++) {
            if (node < from && block.isDistinct(node)) {
                continue;
            }
            double size = level.scale(node * months + origin);
            int third = n == 0 || size < sizes[n / 3] ? 0 : size < sizes[2 * n / 3] ? 1 : 2;
            groups[node] = segmentLevel + third;
        }
        return groups;
    }

    /** Quantiles of each group's scores; groups with few scores use those of all nodes above segments, or of all. */
    private double[][] scoreQuantiles(int origin, int horizon, double[][] sizes) {
        int groups = segmentLevel + SIZE_CLASSES;
        Pool[] pools = new Pool[groups];
        for (int g = 0; g < groups; g++) {
            pools[g] = new Pool();
        }
        Pool above = new Pool();
        Pool all = new Pool();
        for (int from = Math.max(grid.firstOrigin(), origin - horizon - RECENT + 1); from + horizon <= origin; from++) {
            int[] then = groups(from);
            double[] size = sizes[from - grid.firstOrigin()];
            for (int node = 0; node < block.nodes(); node++) {
                double error = error(node, from, horizon);
                if (size[node] > 0 && !Double.isNaN(error) && block.isDistinct(node)) {
                    double score = error / size[node];
                    pools[then[node]].add(score);
                    all.add(score);
                    if (then[node] < segmentLevel) {
                        above.add(score);
                    }
                }
            }
        }
        double[][] quantiles = new double[groups][];
        for (int g = 0; g < groups; g++) {
            Pool pool = pools[g].size >= ENOUGH ? pools[g] : g < segmentLevel && above.size >= ENOUGH ? above : all;
            quantiles[g] = pool.size == 0 ? new double[Q] : ScoreQuantiles.of(pool.toArray());
        }
        return quantiles;
    }

    private static final class Pool {
        private double[] scores = new double[256];
        private int size;

        void add(double score) {
            if (size == scores.length) {
                scores = Arrays.copyOf(scores, 2 * size);
            }
            scores[size++] = score;
        }

        double[] toArray() {
            return Arrays.copyOf(scores, size);
        }
    }
}
