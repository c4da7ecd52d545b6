package io.segmentradar.models.growth;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.combine.NodeKind;
import io.segmentradar.models.season.SeasonalFactors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The global model: one set of boosted trees for each horizon, learned on the growth of all nodes together, so that a
 * short history borrows from the long ones. The median of growth is learned (absolute loss), because a median survives
 * the way back to money and a mean does not.
 */
public final class GrowthLearner {
    private final SeriesBlock block;
    private final double[] values;
    private final GrowthSpace space;
    private final FitSchedule schedule;
    private final GrowthSettings settings;
    private final int months;
    private final RowSample sample;
    private final List<SeasonalFactors> seasons;
    private final Optional<AbsenceRegression> absence;

    public GrowthLearner(
            SeriesBlock block, double[] values, GrowthSpace space, FitSchedule schedule, GrowthSettings settings) {
        this(block, values, space, schedule, settings, List.of(), Optional.empty());
    }

    /**
     * @param seasons factors known at each training; empty to look at values as they are
     * @param absence whose account of growth trees take as given where their inputs tell who is absent
     */
    public GrowthLearner(
            SeriesBlock block,
            double[] values,
            GrowthSpace space,
            FitSchedule schedule,
            GrowthSettings settings,
            List<SeasonalFactors> seasons,
            Optional<AbsenceRegression> absence) {
        this.absence = absence;
        this.block = block;
        this.values = values;
        this.space = space;
        this.schedule = schedule;
        this.settings = settings;
        this.months = block.months().count();
        this.sample = new RowSample(block, settings.seed());
        this.seasons = seasons;
    }

    /** Trains, or takes trees from the shelf, at every month of the schedule and forecasts up to the next training. */
    public ForecastGrid forecast(String name, TreeShelf shelf) {
        return forecast(name, shelf, schedule.fits().size(), false);
    }

    /** The same for the first {@code fits} trainings and nodes that repeat no other alone; all else stays unknown. */
    public ForecastGrid forecastDistinct(String name, TreeShelf shelf, int fits) {
        return forecast(name, shelf, fits, true);
    }

    private ForecastGrid forecast(String name, TreeShelf shelf, int fits, boolean distinct) {
        ForecastGrid grid = new ForecastGrid(name, block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
        for (int fit = 0; fit < fits; fit++) {
            int[] asked = rows(schedule.fits().get(fit), schedule.lastOriginOf(fit), distinct);
            learn(grid, fit, shelf, asked);
        }
        return grid;
    }

    private void learn(ForecastGrid grid, int fit, TreeShelf shelf, int[] asked) {
        int known = schedule.fits().get(fit);
        // The embargo: the youngest origin has a target one month later, for longer horizons those before it.
        int[] rows = rows(0, known - 1, true);
        Optional<SeasonalFactors> season = season(fit);
        GrowthSpace seen = season.map(factors -> GrowthSpace.log(factors.adjust(values), space.unit()))
                .orElse(space);
        Optional<AbsenceRegression> returning = absence.filter(own -> AbsenceRegression.isFor(shelf.inputs(fit)));
        try (BaggedTraining training =
                new BaggedTraining(shelf, fit, settings, Objective.MEDIAN, sample, rows, asked)) {
            for (int h = 1; h <= Horizon.MAX; h++) {
                StraightPart straight = new StraightPart(seen, rows, h, known, season.isPresent(), returning);
                Optional<double[]> growth = training.predict(h, straight::leftOver);
                for (int i = 0; growth.isPresent() && i < asked.length; i++) {
                    int node = asked[i] / months;
                    int origin = asked[i] % months;
                    double money = seen.invert(asked[i], growth.get()[i] + straight.growth(asked[i]));
                    double lift = season.isPresent() ? season.get().at(node, origin + h) : 1;
                    grid.set(node, origin, h, lift * money);
                }
            }
        }
    }

    /** Factors of a training by which the values are divided, where most segments have a season. */
    private Optional<SeasonalFactors> season(int fit) {
        return seasons.isEmpty()
                ? Optional.empty()
                : Optional.of(seasons.get(fit)).filter(SeasonalFactors::isCommon);
    }

    /**
     * Growth over one horizon that a regression tells, refitted at each training: a {@link SeasonalRegression} where most
     * segments have a season, else an {@link AbsenceRegression} where the panel tells who is absent; elsewhere 0, since
     * trees then do better by themselves. Trees learn what it leaves over.
     */
    private final class StraightPart {
        private final GrowthSpace seen;
        private final SeasonalRegression regression;
        private final int h;
        private final int known;
        private final boolean seasonal;
        private final double[] coefficients;
        private final Optional<AbsenceRegression.Fitted> returning;

        StraightPart(
                GrowthSpace seen,
                int[] rows,
                int h,
                int known,
                boolean seasonal,
                Optional<AbsenceRegression> returning) {
            this.seen = seen;
            this.regression = new SeasonalRegression(block, seen, settings.seed());
            this.h = h;
            this.known = known;
            this.seasonal = seasonal;
            this.coefficients = seasonal ? regression.coefficients(withTarget(rows), h) : new double[0];
            this.returning = returning.map(own -> own.fit(known, h));
        }

        private int[] withTarget(int[] rows) {
            return Arrays.stream(rows).filter(this::hasTarget).toArray();
        }

        /** Whether the growth from a row was known at the training. */
        private boolean hasTarget(int row) {
            return row % months + h <= known && !Double.isNaN(values[row + h]);
        }

        double growth(int cell) {
            return seasonal
                    ? regression.growth(coefficients, cell, h)
                    : returning.map(fitted -> fitted.growthIn(space, cell)).orElse(0.0);
        }

        float leftOver(int row) {
            return hasTarget(row) ? (float) (seen.growth(row, h) - growth(row)) : Float.NaN;
        }
    }

    /**
     * Cells from month {@code from} to {@code to} where there is something to ask or to learn: known, not standing still.
     * Nodes that repeat their only segment are asked but not learned from.
     */
    private int[] rows(int from, int to, boolean distinct) {
        int[] rows = new int[block.nodes() * Math.max(0, to - from + 1)];
        int n = 0;
        for (int node = 0; node < block.nodes(); node++) {
            for (int month = from; month <= to && (!distinct || block.isDistinct(node)); month++) {
                int cell = node * months + month;
                if (!Double.isNaN(values[cell]) && !NodeKind.isConstant(values, cell, month)) {
                    rows[n++] = cell;
                }
            }
        }
        return Arrays.copyOf(rows, n);
    }
}
