package io.segmentradar.models.conformal;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.Arrays;

/**
 * Predictive distributions by Mondrian conformal prediction: scores are out-of-sample errors of earlier origins divided
 * by each node's own {@link ErrorScale}, pooled by level and, for segments, size class. At an origin only errors whose
 * targets were known by then count.
 */
public final class ConformalIntervals {
    /** Size classes of segments, by thirds of those that move. */
    public static final int SIZE_CLASSES = 3;

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

    /**
     * Quantiles of every node at one origin, nodes × {@link ForecastTable#QUANTILES}; where there is no forecast they
     * are 0, where a node stands still they equal its forecast.
     */
    public double[] quantiles(int origin, int horizon) {
        int[] groups = groups(origin);
        double[][] scores = scoreQuantiles(origin, horizon);
        double[] quantiles = new double[block.nodes() * Q];
        for (int node = 0; node < block.nodes(); node++) {
            double point = grid.get(node, origin, horizon);
            if (!Double.isNaN(point)) {
                double size = scale.at(node * months + origin);
                double[] own = scores[groups[node]];
                for (int q = 0; q < Q; q++) {
                    double value = point + size * own[q];
                    quantiles[node * Q + q] = signed ? value : Math.max(0, value);
                }
            }
        }
        return quantiles;
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
        for (int node = from; node < block.nodes(); node++) {
            double size = level.scale(node * months + origin);
            int third = n == 0 || size < sizes[n / 3] ? 0 : size < sizes[2 * n / 3] ? 1 : 2;
            groups[node] = segmentLevel + third;
        }
        return groups;
    }

    /** Quantiles of each group's scores; groups with few scores use those of all nodes above segments, or of all. */
    private double[][] scoreQuantiles(int origin, int horizon) {
        int groups = segmentLevel + SIZE_CLASSES;
        Pool[] pools = new Pool[groups];
        for (int g = 0; g < groups; g++) {
            pools[g] = new Pool();
        }
        Pool above = new Pool();
        Pool all = new Pool();
        for (int from = grid.firstOrigin(); from + horizon <= origin; from++) {
            int[] then = groups(from);
            for (int node = 0; node < block.nodes(); node++) {
                int cell = node * months + from;
                double error = values[cell + horizon] - grid.get(node, from, horizon);
                if (scale.at(cell) > 0 && !Double.isNaN(error) && block.isDistinct(node)) {
                    double score = error / scale.at(cell);
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
