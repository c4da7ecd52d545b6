package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.features.matrix.FeatureMatrix;
import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.models.backtest.DieboldMariano;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.growth.GrowthLearner;
import io.segmentradar.models.growth.GrowthSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Tries each series from outside by itself: forecasts of the global model with and without it, at origins that the models
 * did not see. A series is used from a training on if, over the origins whose targets were known by then, it made errors
 * smaller by half a per cent or more, which chance does not explain. So the back-test of the published forecasts chooses no better than the bank could
 * have done at the time.
 */
final class CovariateTrial {
    /** Two-sided probability below which an improvement counts as earned: 0.05 let in more unrelated series than it says. */
    private static final double SIGNIFICANT = 0.04;

    /** Smallest share of the error that must be saved: less is no use to anybody, however certain. */
    private static final double MATERIAL = 0.005;

    /** Months between the trainings of a trial: models up to a year old tell as much of a series, for half the time. */
    private static final int TRAINED_EVERY = 12;

    private final KpiWorkspace workspace;
    private final FitSchedule schedule;
    private final FitSchedule tried;
    private final GrowthSpace space;
    private final long seed;

    CovariateTrial(KpiWorkspace workspace, long seed) {
        this.workspace = workspace;
        this.schedule = workspace.schedule();
        this.tried = yearly(schedule);
        this.space = workspace.level();
        this.seed = seed;
    }

    /** The last training and those before it at a distance of a year or more; the first one if there are none. */
    private static FitSchedule yearly(FitSchedule schedule) {
        List<Integer> fits = new ArrayList<>();
        for (int i = schedule.fits().size() - 1; i >= 0; i--) {
            int fit = schedule.fits().get(i);
            if (fits.isEmpty() || fits.get(0) - fit >= TRAINED_EVERY || i == 0 && fits.size() == 1) {
                fits.add(0, fit);
            }
        }
        return new FitSchedule(fits, fits.get(0), schedule.step(), schedule.lastOrigin());
    }

    /**
     * @param used by training: the series that models trained then may use
     */
    record Result(List<List<String>> used, List<CovariateVerdict> verdicts) {}

    /**
     * @param matrix with all series that are offered
     */
    Result judge(FeatureMatrix matrix) {
        List<String> offered = matrix.schema().covariates();
        int fits = schedule.fits().size();
        List<List<String>> used = new ArrayList<>();
        for (int fit = 0; fit < fits; fit++) {
            used.add(new ArrayList<>());
        }
        List<CovariateVerdict> verdicts = new ArrayList<>();
        if (!offered.isEmpty()) {
            double[][] without = losses(matrix.withCovariates(List.of()));
            for (String covariate : offered) {
                double[][] with = losses(matrix.withCovariates(List.of(covariate)));
                for (int fit = 0; fit < fits; fit++) {
                    CovariateVerdict verdict =
                            verdict(covariate, with, without, schedule.fits().get(fit));
                    if (verdict.used()) {
                        used.get(fit).add(covariate);
                    }
                    if (fit == fits - 1) {
                        verdicts.add(verdict);
                    }
                }
            }
        }
        return new Result(used, verdicts);
    }

    private CovariateVerdict verdict(String covariate, double[][] with, double[][] without, int known) {
        double[] differences = new double[with[0].length];
        double sumWith = 0;
        double sumWithout = 0;
        int n = 0;
        for (int i = 0; i < differences.length; i++) {
            double[] at = {0, 0};
            for (int h = 1; h <= Horizon.MAX && tried.firstOrigin() + i + h <= known; h++) {
                at[0] += with[h - 1][i];
                at[1] += without[h - 1][i];
            }
            sumWith += at[0];
            sumWithout += at[1];
            if (at[1] > 0) {
                differences[n++] = at[0] - at[1];
            }
        }
        double gain = sumWithout > 0 ? 1 - sumWith / sumWithout : Double.NaN;
        double pValue = DieboldMariano.pValue(Arrays.copyOf(differences, n), Horizon.MAX);
        boolean earned = gain >= MATERIAL && pValue < SIGNIFICANT;
        return new CovariateVerdict(workspace.kpi().id(), covariate, n, gain, pValue, earned);
    }

    /** Mean scaled error by horizon and origin, of all trainings but the last, whose forecasts have no known target. */
    private double[][] losses(FeatureMatrix inputs) {
        int fits = tried.fits().size();
        LearnerShelf shelf = new LearnerShelf(
                workspace, KpiWorkspace.LEVEL_MODEL, Optional.empty(), Collections.nCopies(fits, inputs), fits, false);
        double[] values = workspace.values();
        GrowthSettings settings = GrowthSettings.standard(values.length, seed).trial();
        ForecastGrid grid = new GrowthLearner(workspace.block(), values, space, tried, settings)
                .forecastDistinct(FeatureSchema.COVARIATE, shelf, fits - 1);
        int months = workspace.block().months().count();
        double[][] losses = new double[Horizon.MAX][Math.max(0, tried.lastOrigin() - tried.firstOrigin())];
        for (int h = 1; h <= Horizon.MAX; h++) {
            for (int i = 0; tried.firstOrigin() + i + h <= tried.lastOrigin(); i++) {
                int origin = tried.firstOrigin() + i;
                double sum = 0;
                int n = 0;
                for (int node = 0; node < workspace.block().nodes(); node++) {
                    int cell = node * months + origin;
                    double error = Math.abs(values[cell + h] - grid.get(node, origin, h)) / space.scale(cell);
                    if (workspace.block().isDistinct(node) && !Double.isNaN(error)) {
                        sum += error;
                        n++;
                    }
                }
                losses[h - 1][i] = n == 0 ? 0 : sum / n;
            }
        }
        return losses;
    }
}
