package io.segmentradar.models.monitor;

import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Drift of the forecasts of one KPI and horizon at segment level. Every origin gives one figure (coverage, bias, error in
 * money); the last ones are held against the promise: the nominal level for coverage, the earlier origins of the back-test
 * for the others.
 */
final class ForecastDrift {
    static final String COVERAGE = "coverage_90";
    static final String BIAS = "bias";
    static final String ERROR = "wape";

    private static final double NOMINAL = 0.9;
    private static final int RECENT = 3;
    private static final int LEAST = 7;
    private static final Label FEW = new Label("실적이 나온 예측이 부족합니다", "too few forecasts whose outcome is known");

    private final MonitorContext context;
    private final Kpi kpi;
    private final Horizon horizon;

    ForecastDrift(MonitorContext context, Kpi kpi, Horizon horizon) {
        this.context = context;
        this.kpi = kpi;
        this.horizon = horizon;
    }

    /** Figures of one origin. */
    private record Month(double coverage, double bias, double error) {}

    List<Draft> checks() {
        List<Month> months = new ArrayList<>();
        context.past().tables().stream()
                .filter(table -> table.level().equals(SegmentHierarchy.SEGMENT)
                        && table.kpi().equals(kpi.id())
                        && table.horizon().equals(horizon)
                        && context.panel().months().contains(table.targetMonth()))
                .sorted(Comparator.comparing(ForecastTable::origin))
                .forEach(table -> month(table, months));
        double tolerance = context.policy().coverageTolerance();
        double[] coverage = months.stream()
                .mapToDouble(Month::coverage)
                .filter(c -> !Double.isNaN(c))
                .toArray();
        double[] bias = months.stream().mapToDouble(Month::bias).toArray();
        double[] error = months.stream().mapToDouble(Month::error).toArray();
        return List.of(
                check(COVERAGE, coverage, NOMINAL, tolerance, tolerance),
                check(BIAS, bias, Double.NaN, tolerance, tolerance),
                check(
                        ERROR,
                        error,
                        Double.NaN,
                        Double.POSITIVE_INFINITY,
                        context.policy().errorTolerance()));
    }

    private void month(ForecastTable table, List<Month> months) {
        PanelColumn actuals = context.panel().column(kpi.id());
        int target = context.panel().months().indexOf(table.targetMonth());
        double missed = 0;
        double over = 0;
        double size = 0;
        int open = 0;
        int inside = 0;
        for (int node = 0; node < table.nodes().size(); node++) {
            var row = context.panel().index().row(table.nodes().id(node));
            double actual = row.isPresent() ? actuals.orNaN(row.getAsInt(), target) : Double.NaN;
            if (table.has(node) && !Double.isNaN(actual)) {
                missed += Math.abs(actual - table.point(node));
                over += table.point(node) - actual;
                size += Math.abs(actual);
                PredictionInterval interval = table.interval90(node);
                // A series that stands still has the value itself for an interval: counting it would flatter.
                if (interval.width() > 0) {
                    open++;
                    inside += interval.contains(actual) ? 1 : 0;
                }
            }
        }
        if (size > 0) {
            months.add(new Month(open == 0 ? Double.NaN : (double) inside / open, over / size, missed / size));
        }
    }

    /**
     * @param promise of the measure; NaN for the mean of the earlier origins
     * @param fall by which the measure may fall short of the promise
     * @param rise by which it may exceed it; a share of the promise for errors
     */
    private Draft check(String measure, double[] series, double promise, double fall, double rise) {
        if (series.length < LEAST) {
            return Draft.without(
                    MonitorArea.FORECAST, kpi.id(), kpi.label(), horizon.months(), measure, DriftStatus.UNKNOWN, FEW);
        }
        double[] usual = Arrays.copyOf(series, series.length - RECENT);
        double now = MonthTest.mean(Arrays.copyOfRange(series, usual.length, series.length));
        double promised = Double.isNaN(promise) ? MonthTest.mean(usual) : promise;
        boolean error = measure.equals(ERROR);
        // Errors vary by factors: a large customer's move counts as a factor, not as a multiple of a small deviation.
        double[] scores = error ? Arrays.stream(series).map(Math::log).toArray() : series;
        double recent = MonthTest.mean(Arrays.copyOfRange(scores, usual.length, scores.length));
        double t = MonthTest.t(Arrays.copyOf(scores, usual.length), recent, RECENT);
        SelfStartingCusum cusum = SelfStartingCusum.of(scores);
        double gap = now - promised;
        double sum = error ? cusum.up(RECENT) : Math.max(cusum.up(RECENT), cusum.down(RECENT));
        return new Draft(
                MonitorArea.FORECAST,
                kpi.id(),
                kpi.label(),
                horizon.months(),
                measure,
                promised,
                now,
                Double.NaN,
                Double.NaN,
                sum,
                error ? MonthTest.upper(t, usual.length) : MonthTest.twoSided(t, usual.length),
                usual.length,
                RECENT,
                gap < -fall || gap > (error ? rise * promised : rise),
                sum > SelfStartingCusum.THRESHOLD,
                null,
                null);
    }
}
