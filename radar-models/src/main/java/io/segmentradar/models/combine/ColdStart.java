package io.segmentradar.models.combine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.stream.IntStream;

/**
 * Forecasts of segments that are known for three months or fewer: their own mean so far, moved by the median growth of the
 * {@linkplain AlikeKin segments most like them}, which have a longer history; flows of both signs, which swing back, are
 * expected at their mean. They are mixed with the other methods, by a share found at earlier young segments.
 */
public final class ColdStart {
    /** Name of the method behind the forecasts of young segments. */
    public static final String NAME = "siblings";

    /** Months known up to which a segment is young. */
    public static final int YOUNG = 3;

    private static final int YEAR = 12;

    /** Shares of the siblings that are tried; the first needs no evidence. */
    private static final double[] SHARES = {0.25, 0.5, 0.75};

    private static final int FEWEST_SAMPLES = 100;

    /** Young segments are few and their errors wild: a larger share must pay by this part of the error. */
    private static final double PULL = 0.03;

    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace level;
    private final FitSchedule schedule;
    private final int months;
    private final int from;
    private final AlikeKin kin;

    /**
     * @param level scale of each series, in which growth of different segments is comparable
     */
    public ColdStart(SeriesBlock block, double[] values, GrowthSpace level, FitSchedule schedule, AlikeKin kin) {
        this.kin = kin;
        this.block = block;
        this.values = values;
        this.level = level;
        this.schedule = schedule;
        this.months = block.months().count();
        this.from = block.start(block.levels().size() - 1);
    }

    /** Whether a node is a segment whose history, up to and with {@code origin}, has three months or fewer. */
    public boolean isYoung(int node, int origin) {
        int known = known(node, origin, YOUNG + 1);
        return node >= from && known >= 1 && known <= YOUNG && origin >= YOUNG;
    }

    private int known(int node, int origin, int most) {
        int known = 0;
        while (known < most && known <= origin && !Double.isNaN(values[node * months + origin - known])) {
            known++;
        }
        return known;
    }

    /** The siblings' forecast of every young segment at every origin; NaN for all others. */
    public ForecastGrid forecast(boolean signed) {
        ForecastGrid grid = new ForecastGrid(NAME, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int origin = schedule.firstOrigin(); origin <= schedule.lastOrigin(); origin++) {
            int[] young = young(origin);
            for (int h = 1; h <= Horizon.MAX && young.length > 0; h++) {
                double[] growth = growth(origin, h);
                for (int node : young) {
                    // Flows of both signs swing back: growth so far says nothing of the growth to come.
                    double step = signed ? 0 : kinGrowth(node, origin, growth) * level.scale(node * months + origin);
                    double point = mean(node, origin) + step;
                    grid.set(node, origin, h, signed ? point : Math.max(0, point));
                }
            }
        }
        return grid;
    }

    private int[] young(int origin) {
        return IntStream.range(from, block.nodes())
                .filter(node -> isYoung(node, origin))
                .toArray();
    }

    private double mean(int node, int origin) {
        int known = known(node, origin, YOUNG);
        double sum = 0;
        for (int k = 0; k < known; k++) {
            sum += values[node * months + origin - k];
        }
        return sum / known;
    }

    /**
     * Median over the kin that is an example; 0 if there is none.
     *
     * @param growth of all segments, NaN for those that are no example
     */
    private double kinGrowth(int node, int origin, double[] growth) {
        double[] pool = kin.of(node - from, origin)
                .mapToDouble(other -> growth[other])
                .filter(known -> !Double.isNaN(known))
                .sorted()
                .toArray();
        return pool.length == 0 ? 0 : (pool[(pool.length - 1) / 2] + pool[pool.length / 2]) / 2;
    }

    private double[] growth(int origin, int h) {
        double[] growth = new double[block.nodes() - from];
        for (int i = 0; i < growth.length; i++) {
            growth[i] = growth(from + i, origin, h);
        }
        return growth;
    }

    /** Growth over the last {@code h} months and, with a year known, over the same months of last year; their mean. */
    private double growth(int node, int origin, int h) {
        int known = known(node, origin, YEAR + 1);
        if (known <= YOUNG + h || isConstant(node, origin)) {
            return Double.NaN;
        }
        double recent = level.growth(node * months + origin - h, h);
        return known <= YEAR ? recent : (recent + level.growth(node * months + origin - YEAR, h)) / 2;
    }

    /**
     * The mixture with the forecasts of young segments replaced. The siblings' share in force at an origin is the one
     * with the least error, over all horizons, at young segments of origins whose targets were known at the training
     * before it.
     */
    public ForecastGrid blend(ForecastGrid mixed, ForecastGrid siblings) {
        ForecastGrid blended = mixed.named(mixed.name());
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            double share = share(mixed, siblings, schedule.fits().get(fit));
            for (int origin = schedule.fits().get(fit); origin <= schedule.lastOriginOf(fit); origin++) {
                for (int node : young(origin)) {
                    for (int h = 1; h <= Horizon.MAX && !isConstant(node, origin); h++) {
                        double own = siblings.get(node, origin, h);
                        blended.set(node, origin, h, share * own + (1 - share) * mixed.get(node, origin, h));
                    }
                }
            }
        }
        return blended;
    }

    private boolean isConstant(int node, int origin) {
        return NodeKind.isConstant(values, node * months + origin, origin);
    }

    private double share(ForecastGrid mixed, ForecastGrid siblings, int known) {
        double[] errors = new double[SHARES.length];
        int n = 0;
        for (int origin = schedule.firstOrigin(); origin < known; origin++) {
            for (int node : young(origin)) {
                for (int h = 1; h <= Horizon.MAX && origin + h <= known; h++) {
                    int cell = node * months + origin;
                    double own = (values[cell + h] - siblings.get(node, origin, h)) / level.scale(cell);
                    double other = (values[cell + h] - mixed.get(node, origin, h)) / level.scale(cell);
                    if (!Double.isNaN(own)) {
                        for (int i = 0; i < SHARES.length; i++) {
                            errors[i] += Math.abs(SHARES[i] * own + (1 - SHARES[i]) * other);
                        }
                        n++;
                    }
                }
            }
        }
        int best = 0;
        for (int i = 1; i < SHARES.length && n >= FEWEST_SAMPLES; i++) {
            best = errors[i] < errors[best] && errors[i] < (1 - PULL) * errors[0] ? i : best;
        }
        return SHARES[best];
    }
}
