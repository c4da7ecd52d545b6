package io.segmentradar.core.run;

import static io.segmentradar.core.run.SampleSpec.KPIS;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.Quantiles;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentLevel;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Forecasts of all levels and how good they were. */
final class SampleForecasts {
    private static final int PAST_ORIGINS = 2;

    private SampleForecasts() {}

    static ForecastSet published(RadarSpec spec, SegmentPanel panel) {
        return new ForecastSet(tables(spec, panel, panel.months().last()));
    }

    /** As they were made one and two months ago. */
    static ForecastSet past(RadarSpec spec, SegmentPanel panel) {
        List<ForecastTable> past = new ArrayList<>();
        for (int back = PAST_ORIGINS; back >= 1; back--) {
            YearMonth origin = panel.months().last().minusMonths(back);
            past.addAll(tables(spec, panel.upTo(origin), origin));
        }
        return new ForecastSet(past);
    }

    private static List<ForecastTable> tables(RadarSpec spec, SegmentPanel history, YearMonth origin) {
        List<ForecastTable> tables = new ArrayList<>();
        for (SegmentLevel level : spec.hierarchy().levels()) {
            SegmentPanel nodes = history.rollUp(level);
            for (String kpi : KPIS) {
                for (Horizon horizon : Horizon.ALL) {
                    tables.add(table(level, nodes, kpi, origin, horizon));
                }
            }
        }
        return tables;
    }

    /** The last value grown by 1 % a month; adds up over levels because it is linear. */
    private static ForecastTable table(
            SegmentLevel level, SegmentPanel nodes, String kpi, YearMonth origin, Horizon horizon) {
        int n = nodes.segments();
        double[] point = new double[n];
        double[] scale = new double[n];
        String[] model = new String[n];
        int last = nodes.months().count() - 1;
        for (int s = 0; s < n; s++) {
            point[s] = nodes.column(kpi).value(s, last) * (1 + 0.01 * horizon.months());
            scale[s] = 1 + Math.abs(point[s]) * 0.05;
            model[s] = s % 2 == 0 ? "lightgbm" : "seasonal_naive";
        }
        double[] quantiles = Quantiles.even(point, scale, 3);
        return new ForecastTable(level.id(), nodes.index(), kpi, origin, horizon, point, scale, quantiles, model);
    }

    static AccuracyReport accuracy() {
        List<AccuracyReport.Row> rows = new ArrayList<>();
        for (String kpi : KPIS) {
            for (Horizon horizon : Horizon.ALL) {
                rows.add(new AccuracyReport.Row(
                        kpi,
                        horizon.months(),
                        "segment",
                        AccuracyReport.ALL_SIZES,
                        AccuracyReport.PUBLISHED,
                        100,
                        0.1,
                        0.9,
                        1.0,
                        -0.01,
                        0.95,
                        0.98,
                        0.8,
                        0.9,
                        12.5,
                        0.4,
                        0.02,
                        0.07,
                        Double.NaN));
            }
        }
        return new AccuracyReport(rows);
    }
}
