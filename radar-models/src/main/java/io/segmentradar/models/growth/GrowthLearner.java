package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.lightgbm.TrainingSet;
import io.segmentradar.models.lightgbm.TreeModel;
import java.util.Arrays;
import java.util.List;

/**
 * The global model: one set of boosted trees for each horizon, learned on the growth of all nodes together, so that a
 * short history borrows from the long ones. The median of growth is learned (absolute loss), because a median survives
 * the way back to money and a mean does not.
 */
public final class GrowthLearner {
    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace space;
    private final FeatureMatrix matrix;
    private final FitSchedule schedule;
    private final GrowthSettings settings;
    private final int months;

    public GrowthLearner(
            SeriesBlock block,
            double[] values,
            GrowthSpace space,
            FeatureMatrix matrix,
            FitSchedule schedule,
            GrowthSettings settings) {
        this.block = block;
        this.values = values;
        this.space = space;
        this.matrix = matrix;
        this.schedule = schedule;
        this.settings = settings;
        this.months = block.months().count();
    }

    /**
     * Trains at every month of the schedule and forecasts the origins up to the next training.
     *
     * @param keep from which training on the models are kept; they go into {@code kept}, horizon by horizon
     */
    public ForecastGrid forecast(String name, int keep, List<TreeModel> kept) {
        ForecastGrid grid = new ForecastGrid(name, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            learn(grid, fit, fit >= keep, kept);
        }
        return grid;
    }

    private void learn(ForecastGrid grid, int fit, boolean keep, List<TreeModel> kept) {
        int known = schedule.fits().get(fit);
        int[] asked = rows(known, schedule.lastOriginOf(fit), 0);
        float[] questions = matrix.gather(asked, asked.length);
        TrainingSet bins = null;
        try {
            for (int h = 1; h <= Horizon.MAX; h++) {
                int[] learned = rows(0, known - h, h);
                if (learned.length == 0) {
                    continue;
                }
                TrainingSet set = new TrainingSet(
                        matrix.gather(learned, learned.length),
                        learned.length,
                        matrix.width(),
                        settings.parameters(learned.length),
                        bins);
                try {
                    double[] growth = growth(set, labels(learned, h), questions, asked.length, keep ? kept : null);
                    for (int i = 0; i < asked.length; i++) {
                        grid.set(asked[i] / months, asked[i] % months, h, space.invert(asked[i], growth[i]));
                    }
                } finally {
                    if (bins == null) {
                        bins = set;
                    } else {
                        set.close();
                    }
                }
            }
        } finally {
            if (bins != null) {
                bins.close();
            }
        }
    }

    private static double[] growth(
            TrainingSet set, float[] labels, float[] questions, int count, List<TreeModel> kept) {
        if (kept == null) {
            return set.trainAndPredict(labels, questions, count);
        }
        TreeModel model = set.train(labels);
        kept.add(model);
        return model.predict(questions, count);
    }

    private float[] labels(int[] rows, int h) {
        float[] labels = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = (float) space.growth(rows[i], h);
        }
        return labels;
    }

    /**
     * Cells from month {@code from} to {@code to} where there is something to ask or, with a horizon, to learn: known,
     * not standing still, the target known too. A training at month f learns from origins up to f − h (embargo). Nodes
     * that repeat their only segment are asked but not learned from.
     */
    private int[] rows(int from, int to, int horizon) {
        int[] rows = new int[block.nodes() * Math.max(0, to - from + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            if (horizon > 0 && !block.isDistinct(node)) {
                continue;
            }
            for (int month = from; month <= to; month++) {
                int cell = node * months + month;
                boolean target = horizon == 0 || !Double.isNaN(values[cell + horizon]);
                if (target && !Double.isNaN(values[cell]) && !NodeKind.isConstant(values, cell, month)) {
                    rows[n++] = cell;
                }
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
