package io.segmentradar.models.combine;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.classic.DampedTrend;
import io.segmentradar.models.classic.Intermittent;
import io.segmentradar.models.classic.LocalModel;
import io.segmentradar.models.classic.NaiveModels;
import io.segmentradar.models.classic.Seasonality;
import io.segmentradar.models.classic.Theta;
import io.segmentradar.models.season.SeasonalFactors;
import java.util.ArrayList;
import java.util.List;

/** Forecasts of the methods that look at one series at a time, at every origin. */
public final class LocalCandidates {
    /** Methods on money as it is. */
    private static final List<LocalModel> ON_MONEY = List.of(
            NaiveModels.naive(),
            NaiveModels.seasonalNaive(),
            NaiveModels.meanOfLast(3),
            NaiveModels.meanOfLast(6),
            NaiveModels.meanOfLast(12),
            NaiveModels.medianOfLast(5),
            new Intermittent());

    /** Methods on the signed logarithm, where season and trend are factors; on money if the KPI has signs. */
    private static final List<LocalModel> ON_LOG =
            List.of(NaiveModels.seasonalNaiveGrowth(3), NaiveModels.drift(), new Theta(), new DampedTrend());

    private final SeriesBlock block;
    private final double[] values;
    private final FitSchedule schedule;
    private final List<SeasonalFactors> seasons;
    private final int months;

    /**
     * @param seasons factors known at each training
     */
    public LocalCandidates(SeriesBlock block, double[] values, FitSchedule schedule, List<SeasonalFactors> seasons) {
        this.block = block;
        this.values = values;
        this.schedule = schedule;
        this.seasons = seasons;
        this.months = block.months().count();
    }

    /** The names of all methods, in the order of {@link #forecast}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        ON_MONEY.forEach(model -> names.add(model.name()));
        ON_LOG.forEach(model -> names.add(model.name()));
        return names;
    }

    /**
     * @param unit of the signed logarithm, in money; NaN to stay on money
     */
    public List<ForecastGrid> forecast(double unit) {
        List<ForecastGrid> grids = new ArrayList<>();
        run(ON_MONEY, values, Double.NaN, false, grids);
        run(ON_LOG, transform(values.clone(), unit), unit, true, grids);
        return grids;
    }

    /**
     * @param z all values as the models see them
     */
    private void run(List<LocalModel> models, double[] z, double unit, boolean adjusted, List<ForecastGrid> grids) {
        List<ForecastGrid> own = new ArrayList<>();
        for (LocalModel model : models) {
            own.add(new ForecastGrid(model.name(), block.nodes(), schedule.firstOrigin(), schedule.lastOrigin()));
        }
        for (int node = 0; node < block.nodes(); node++) {
            for (int fit = 0; fit < schedule.fits().size(); fit++) {
                forecast(models, z, unit, adjusted && seasons.get(fit).isPresent(node), node, fit, own);
            }
        }
        grids.addAll(own);
    }

    private void forecast(
            List<LocalModel> models,
            double[] z,
            double unit,
            boolean adjusted,
            int node,
            int fit,
            List<ForecastGrid> grids) {
        int from = schedule.fits().get(fit);
        int to = schedule.lastOriginOf(fit);
        SeasonalFactors factors = seasons.get(fit);
        double[] known = adjusted ? transform(adjustedRun(node, from, factors), unit) : run(z, node, from);
        Seasonality season = adjusted ? Seasonality.REMOVED : Seasonality.of(known, known.length);
        double[][] parameters = new double[models.size()][];
        double[] out = new double[Horizon.MAX];
        for (int origin = from; origin <= to; origin++) {
            double[] y = adjusted ? transform(adjustedRun(node, origin, factors), unit) : run(z, node, origin);
            boolean continued = known.length > 0 && y.length == known.length + origin - from;
            Seasonality pattern = continued ? season : Seasonality.NONE;
            for (int m = 0; m < models.size() && y.length > 0; m++) {
                if (parameters[m] == null || !continued) {
                    parameters[m] = models.get(m).tune(y, y.length, pattern);
                }
                models.get(m).forecast(y, y.length, parameters[m], pattern, out);
                for (int h = 1; h <= Horizon.MAX; h++) {
                    double lift = adjusted ? factors.at(node, origin + h) : 1;
                    grids.get(m).set(node, origin, h, lift * invert(out[h - 1], unit));
                }
            }
        }
    }

    private double[] run(double[] series, int node, int month) {
        return NodeKind.run(series, node * months + month, month);
    }

    /** History of a node, without its season. */
    private double[] adjustedRun(int node, int month, SeasonalFactors factors) {
        double[] run = run(values, node, month);
        for (int i = 0; i < run.length; i++) {
            run[i] /= factors.at(node, month + 1 - run.length + i);
        }
        return run;
    }

    private static double[] transform(double[] y, double unit) {
        if (!Double.isNaN(unit)) {
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.signum(y[i]) * Math.log1p(Math.abs(y[i]) / unit);
            }
        }
        return y;
    }

    private static double invert(double z, double unit) {
        return Double.isNaN(unit) ? z : Math.signum(z) * Math.expm1(Math.abs(z)) * unit;
    }
}
