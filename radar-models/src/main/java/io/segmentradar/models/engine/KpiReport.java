package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.LevelAdjustment;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.backtest.BacktestMeasures;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import io.segmentradar.models.conformal.ConformalIntervals;
import io.segmentradar.models.conformal.Distributions;
import io.segmentradar.models.conformal.ErrorScale;
import io.segmentradar.models.conformal.SizeGroups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Turns the point forecasts of one KPI into distributions, tables and measures of accuracy. */
final class KpiReport {
    /** Models that get intervals of the same kind, to be compared with the published ones. */
    private static final Set<String> WITH_INTERVALS = Set.of("naive", "seasonal_naive", "mean_3");

    private static final int Q = ForecastTable.QUANTILES.size();

    private final KpiWorkspace workspace;
    private final SeriesBlock block;
    private final FitSchedule schedule;
    private final ForecastGrid published;
    private final List<ForecastGrid> candidates;
    private final ErrorScale scale;
    private final SizeGroups groups;
    private final List<ForecastTable> past = new ArrayList<>();
    private final List<ForecastTable> latest = new ArrayList<>();
    private final List<AccuracyReport.Row> accuracy = new ArrayList<>();
    private List<LevelAdjustment> adjustments = List.of();

    KpiReport(
            KpiWorkspace workspace,
            SeriesBlock block,
            FitSchedule schedule,
            ErrorScale scale,
            ForecastGrid published,
            List<ForecastGrid> candidates) {
        this.workspace = workspace;
        this.block = block;
        this.schedule = schedule;
        this.published = published;
        this.candidates = candidates;
        this.scale = scale;
        this.groups = SizeGroups.of(block, workspace.level(), scale, schedule.firstOrigin());
    }

    /**
     * @param base forecasts before levels were made to add up
     */
    KpiReport adjustedFrom(ForecastGrid base) {
        adjustments = Adjustments.of(workspace.kpi().id(), block, base, published);
        return this;
    }

    /** Makes the report; without the past only the newest forecasts and no measures. */
    KpiReport run(boolean withPast) {
        if (withPast) {
            withPast();
        } else {
            for (Horizon horizon : Horizon.ALL) {
                ConformalIntervals intervals = intervals(published, horizon.months());
                addTables(schedule.lastOrigin(), horizon, intervals.at(schedule.lastOrigin()));
            }
        }
        return this;
    }

    private void withPast() {
        BacktestMeasures measures =
                new BacktestMeasures(block, workspace.kpi().id(), workspace.values(), workspace.unit(), schedule);
        List<String> names = new ArrayList<>(List.of(AccuracyReport.PUBLISHED));
        List<ForecastGrid> grids = new ArrayList<>(List.of(published));
        ForecastGrid naive = candidates.stream()
                .filter(grid -> grid.name().equals("naive"))
                .findFirst()
                .orElseThrow();
        for (ForecastGrid candidate : candidates) {
            names.add(candidate.name());
            grids.add(candidate.orElse(naive));
        }
        for (int h = 1; h <= Horizon.MAX; h++) {
            List<double[][]> quantiles = new ArrayList<>();
            Distributions[] own = distributions(published, h);
            quantiles.add(quantiles(own));
            for (int m = 1; m < grids.size(); m++) {
                boolean wanted = WITH_INTERVALS.contains(names.get(m));
                quantiles.add(wanted ? quantiles(distributions(grids.get(m), h)) : null);
            }
            accuracy.addAll(measures.rows(h, names, grids, quantiles));
            for (int origin = schedule.firstEvaluated(); origin <= schedule.lastOrigin(); origin++) {
                addTables(origin, new Horizon(h), own[origin - schedule.firstEvaluated()]);
            }
        }
    }

    private ConformalIntervals intervals(ForecastGrid grid, int h) {
        return new ConformalIntervals(
                block,
                workspace.values(),
                scale,
                groups,
                grid,
                h,
                workspace.kpi().kind().isSigned());
    }

    private Distributions[] distributions(ForecastGrid grid, int h) {
        ConformalIntervals intervals = intervals(grid, h);
        Distributions[] all = new Distributions[schedule.lastOrigin() - schedule.firstEvaluated() + 1];
        for (int i = 0; i < all.length; i++) {
            all[i] = intervals.at(schedule.firstEvaluated() + i);
        }
        return all;
    }

    private static double[][] quantiles(Distributions[] distributions) {
        double[][] quantiles = new double[distributions.length][];
        for (int i = 0; i < quantiles.length; i++) {
            quantiles[i] = distributions[i].quantiles();
        }
        return quantiles;
    }

    private void addTables(int origin, Horizon horizon, Distributions own) {
        for (int l = 0; l < block.levels().size(); l++) {
            int from = block.start(l);
            int n = block.start(l + 1) - from;
            double[] point = new double[n];
            double[] sizes = new double[n];
            String[] model = new String[n];
            for (int i = 0; i < n; i++) {
                point[i] = published.get(from + i, origin, horizon.months());
                sizes[i] = Double.isNaN(point[i]) ? 0 : own.sizes()[from + i];
                model[i] = workspace.method(from + i, origin);
            }
            ForecastTable table = new ForecastTable(
                    block.levels().get(l).id(),
                    block.index(l),
                    workspace.kpi().id(),
                    block.months().at(origin),
                    horizon,
                    point,
                    sizes,
                    Arrays.copyOfRange(own.quantiles(), from * Q, (from + n) * Q),
                    model);
            (origin == schedule.lastOrigin() ? latest : past).add(table);
        }
    }

    List<ForecastTable> past() {
        return past;
    }

    List<ForecastTable> latest() {
        return latest;
    }

    List<AccuracyReport.Row> accuracy() {
        return accuracy;
    }

    List<LevelAdjustment> adjustments() {
        return adjustments;
    }
}
