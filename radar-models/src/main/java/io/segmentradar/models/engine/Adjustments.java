package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.ArrayList;
import java.util.List;

/** Compares the forecasts of the last origin before and after the levels were made to add up. */
final class Adjustments {
    private Adjustments() {}

    static List<LevelAdjustment> of(String kpi, SeriesBlock block, ForecastGrid base, ForecastGrid coherent) {
        List<LevelAdjustment> all = new ArrayList<>();
        for (int h = 1; h <= Horizon.MAX; h++) {
            double[] before = last(base, h);
            double[] after = last(coherent, h);
            double[] summedBefore = sums(block, before);
            double[] summedAfter = sums(block, after);
            for (int level = 0; level < block.levels().size(); level++) {
                all.add(adjustment(kpi, h, block, level, new double[][] {before, summedBefore, after, summedAfter}));
            }
        }
        return all;
    }

    private static double[] last(ForecastGrid grid, int h) {
        double[] points = new double[grid.nodes()];
        for (int node = 0; node < points.length; node++) {
            points[node] = grid.get(node, grid.lastOrigin(), h);
        }
        return points;
    }

    /** For each node the sum of its segments' forecasts. */
    private static double[] sums(SeriesBlock block, double[] points) {
        double[] sums = new double[points.length];
        int bottom = block.levels().size() - 1;
        for (int level = 0; level <= bottom; level++) {
            int[] nodes = block.nodesOfSegments(level);
            for (int s = 0; s < nodes.length; s++) {
                double own = points[block.start(bottom) + s];
                sums[nodes[s]] += Double.isNaN(own) ? 0 : own;
            }
        }
        return sums;
    }

    /**
     * @param points base, sums of base, coherent, sums of coherent
     */
    private static LevelAdjustment adjustment(String kpi, int h, SeriesBlock block, int level, double[][] points) {
        double moved = 0;
        double gap = 0;
        double size = 0;
        double published = 0;
        double error = 0;
        int n = 0;
        for (int node = block.start(level); node < block.start(level + 1); node++) {
            if (!Double.isNaN(points[2][node]) && !Double.isNaN(points[0][node])) {
                n++;
                moved += Math.abs(points[2][node] - points[0][node]);
                gap += Math.abs(points[0][node] - points[1][node]);
                size += Math.abs(points[0][node]);
                published += Math.abs(points[2][node]);
                error = Math.max(error, Math.abs(points[2][node] - points[3][node]));
            }
        }
        return new LevelAdjustment(
                kpi,
                h,
                block.levels().get(level).id(),
                n,
                size > 0 ? moved / size : Double.NaN,
                size > 0 ? gap / size : Double.NaN,
                published > 0 ? error * n / published : error);
    }
}
