package io.segmentradar.models.conformal;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Predictive distributions of one method at one horizon by Mondrian conformal prediction: scores are out-of-sample errors
 * of the last {@value PastErrors#RECENT} origins divided by the size of error usual for the node, pooled within
 * {@link SizeGroups}.
 * The usual size is the mean of the node's own errors shrunk towards its {@link ErrorScale}. Where the intervals of a level
 * have missed too often or too seldom of late, a {@link CoverageTracker} stretches them. At an origin only errors whose
 * targets were known by then count.
 */
public final class ConformalIntervals {
    /** Fewest scores that have a 5 % quantile of their own. */
    private static final int FEWEST = 19;

    private static final int ENOUGH = 100;
    private static final double[] NONE = {};
    private static final int Q = ForecastTable.QUANTILES.size();
    private static final int Q05 = ForecastTable.QUANTILES.indexOf(0.05);
    private static final int Q95 = ForecastTable.QUANTILES.indexOf(0.95);

    private final SeriesBlock block;
    private final PastErrors errors;
    private final SizeGroups groups;
    private final ForecastGrid grid;
    private final int horizon;
    private final boolean signed;

    /** Usual size of error, origin × node, each from errors known at that origin. */
    private final double[][] sizes;

    /** Scores, origin × group, sorted. */
    private final double[][][] scores;

    /** Quantiles of the scores that count, origin × group × quantile. */
    private final double[][][] quantiles;

    /** Factors of the width, origin × tracked class: each upper level, and all segments together. */
    private final double[][] stretches;

    /**
     * @param signed false if quantiles must not be negative
     */
    public ConformalIntervals(
            SeriesBlock block,
            double[] values,
            ErrorScale scale,
            SizeGroups groups,
            ForecastGrid grid,
            int horizon,
            boolean signed) {
        this.block = block;
        this.errors = new PastErrors(block, values, scale, grid, horizon);
        this.groups = groups;
        this.grid = grid;
        this.horizon = horizon;
        this.signed = signed;
        int origins = grid.lastOrigin() - grid.firstOrigin() + 1;
        this.sizes = new double[origins][];
        this.scores = new double[origins][][];
        for (int i = 0; i < origins; i++) {
            sizes[i] = errors.sizes(grid.firstOrigin() + i);
            scores[i] = errors.scores(grid.firstOrigin() + i, sizes[i], groups);
        }
        this.quantiles = new double[origins][][];
        this.stretches = new double[origins][];
        calibrate();
    }

    /** Distributions of all nodes at one origin. */
    public Distributions at(int origin) {
        double[] now = sizes[origin - grid.firstOrigin()];
        double[][] scoreQuantiles = quantiles[origin - grid.firstOrigin()];
        double[] stretch = stretches[origin - grid.firstOrigin()];
        double[] own = new double[block.nodes() * Q];
        for (int node = 0; node < block.nodes(); node++) {
            double point = grid.get(node, origin, horizon);
            if (!Double.isNaN(point)) {
                int group = groups.at(node, origin);
                double width = now[node] * stretch[Math.min(group, groups.upper())];
                for (int q = 0; q < Q; q++) {
                    double value = point + width * scoreQuantiles[group][q];
                    own[node * Q + q] = signed ? value : Math.max(0, value);
                }
            }
        }
        return new Distributions(own, now);
    }

    /** Goes through the origins in order: what has become known joins the scores, what is old leaves them. */
    private void calibrate() {
        ScorePool[] pools =
                Stream.generate(ScorePool::new).limit(groups.count()).toArray(ScorePool[]::new);
        CoverageTracker[] trackers =
                Stream.generate(CoverageTracker::new).limit(groups.upper() + 1).toArray(CoverageTracker[]::new);
        for (int i = 0; i < scores.length; i++) {
            int known = i - horizon;
            for (int g = 0; g < pools.length && known >= 0; g++) {
                pools[g].add(scores[known][g]);
                if (known >= PastErrors.RECENT) {
                    pools[g].drop(scores[known - PastErrors.RECENT][g]);
                }
            }
            quantiles[i] = scoreQuantiles(pools, i);
            stretches[i] = new double[trackers.length];
            for (int t = 0; t < trackers.length; t++) {
                if (known >= 0) {
                    learn(trackers[t], known, t, t == groups.upper() ? groups.count() : t + 1);
                }
                stretches[i][t] = trackers[t].stretch();
            }
        }
    }

    /** Quantiles of each group's scores; groups with few scores use those of all nodes above segments, or of all. */
    private double[][] scoreQuantiles(ScorePool[] pools, int i) {
        double[][] own = new double[pools.length][];
        ScorePool above = null;
        ScorePool all = null;
        for (int g = 0; g < own.length; g++) {
            ScorePool pool = pools[g];
            if (pool.size() < ENOUGH && g < groups.upper()) {
                above = above == null ? ScorePool.of(Arrays.copyOf(pools, groups.upper())) : above;
                pool = above;
            }
            if (pool.size() < ENOUGH) {
                all = all == null ? all(pools, i) : all;
                pool = all;
            }
            own[g] = pool.quantiles();
        }
        return own;
    }

    private ScorePool all(ScorePool[] pools, int i) {
        ScorePool all = ScorePool.of(pools);
        if (all.size() < FEWEST) {
            all.add(errors.changes(grid.firstOrigin() + i, sizes[i]));
        }
        return all;
    }

    /** Tells a tracker how the intervals of the groups {@code from .. to − 1} fared at an origin. */
    private void learn(CoverageTracker tracker, int past, int from, int to) {
        double stretch = stretches[past][Math.min(from, groups.upper())];
        int n = 0;
        int missed = 0;
        int unstretched = 0;
        for (int g = from; g < to; g++) {
            double lower = quantiles[past][g][Q05];
            double upper = quantiles[past][g][Q95];
            for (double score : upper > lower ? scores[past][g] : NONE) {
                n++;
                missed += score < stretch * lower || score > stretch * upper ? 1 : 0;
                unstretched += score < lower || score > upper ? 1 : 0;
            }
        }
        tracker.learn(n, missed, unstretched);
    }
}
