package io.segmentradar.models.engine;

import io.segmentradar.core.forecast.FittedForecaster;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Forecaster;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.features.matrix.SeriesBlock;
import io.segmentradar.models.combine.FitSchedule;
import io.segmentradar.models.combine.ForecastGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Forecasts of a bank's own methods, fitted when the engine's models are trained and handed no more than was known then.
 * They take part in the combination like every other candidate: what they earn at earlier origins is their weight.
 */
final class OwnForecasters {
    private final ForecastTask task;
    private final Kpi kpi;
    private final SeriesBlock block;
    private final FitSchedule schedule;

    OwnForecasters(ForecastTask task, Kpi kpi, SeriesBlock block, FitSchedule schedule) {
        this.task = task;
        this.kpi = kpi;
        this.block = block;
        this.schedule = schedule;
    }

    /**
     * @param taken names of the engine's own methods
     * @throws OwnForecasterException if two methods share a name
     */
    static void requireDistinct(List<Forecaster> forecasters, Set<String> taken) {
        Set<String> seen = new HashSet<>(taken);
        for (Forecaster forecaster : forecasters) {
            if (!seen.add(forecaster.name())) {
                throw new OwnForecasterException(
                        "Two forecasting methods are named '" + forecaster.name() + "'; give yours another name", null);
            }
        }
    }

    List<ForecastGrid> forecast() {
        List<ForecastGrid> grids = new ArrayList<>();
        for (Forecaster forecaster : task.options().forecasters()) {
            ForecastGrid grid =
                    new ForecastGrid(forecaster.name(), block.nodes(), schedule.firstOrigin(), schedule.lastOrigin());
            for (int level = 0; level < block.levels().size(); level++) {
                fill(grid, forecaster, level);
            }
            grids.add(grid);
        }
        return grids;
    }

    private void fill(ForecastGrid grid, Forecaster forecaster, int level) {
        SegmentPanel nodes = panel(block.levels().get(level));
        for (int fit = 0; fit < schedule.fits().size(); fit++) {
            int from = schedule.fits().get(fit);
            for (Horizon horizon : Horizon.ALL) {
                try (FittedForecaster fitted =
                        forecaster.fit(nodes.upTo(block.months().at(from)), kpi, horizon)) {
                    for (int origin = from; origin <= schedule.lastOriginOf(fit); origin++) {
                        double[] points =
                                fitted.forecast(nodes.upTo(block.months().at(origin)));
                        set(grid, forecaster, level, origin, horizon, points);
                    }
                } catch (OwnForecasterException e) {
                    throw e;
                } catch (Exception e) {
                    throw new OwnForecasterException(
                            "The forecaster '" + forecaster.name() + "' failed on " + kpi.id() + " ("
                                    + block.levels().get(level).id() + ", trained to "
                                    + block.months().at(from) + ", " + horizon.months() + " month(s) ahead): " + e,
                            e);
                }
            }
        }
    }

    private SegmentPanel panel(SegmentLevel level) {
        return level.id().equals(SegmentHierarchy.SEGMENT)
                ? task.panel()
                : task.panel().rollUp(level);
    }

    private void set(
            ForecastGrid grid, Forecaster forecaster, int level, int origin, Horizon horizon, double[] points) {
        int from = block.start(level);
        int count = block.start(level + 1) - from;
        if (points.length != count) {
            throw new OwnForecasterException(
                    "The forecaster '" + forecaster.name() + "' returned " + points.length + " values for " + count
                            + " nodes of the level " + block.levels().get(level).id(),
                    null);
        }
        for (int i = 0; i < count; i++) {
            if (Double.isInfinite(points[i])) {
                throw new OwnForecasterException(
                        "The forecaster '" + forecaster.name() + "' returned " + points[i] + " for '"
                                + block.index(level).id(i) + "'; where it has nothing to say it must return NaN",
                        null);
            }
            grid.set(from + i, origin, horizon.months(), points[i]);
        }
    }
}
