package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.models.alert.quick.QuickForecaster;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * What would have been forecast a month ahead in the months before the engine's first past forecast, by the
 * {@link QuickForecaster}, so that a test knows more than a year of a series' errors. They tell how unusual an error is
 * and nothing else: intervals, longer horizons and what an alert expected are the engine's alone.
 */
final class OlderForecasts {
    static final OlderForecasts NONE = new OlderForecasts(null, 0, 0, Map.of());

    /** Of the past that tests look at, the engine's months with it. What is older was another world, more often than not. */
    private static final int PAST_MONTHS = 60;
    /** Months that are known before the first forecast. */
    private static final int MIN_HISTORY = 6;

    private static final int REFIT_EVERY = 12;

    private final SegmentPanel known;
    private final int first;
    private final int end;
    private final Map<String, double[][]> made;

    private OlderForecasts(SegmentPanel known, int first, int end, Map<String, double[][]> made) {
        this.known = known;
        this.first = first;
        this.end = end;
        this.made = made;
    }

    static OlderForecasts of(AlertContext context) {
        MonthAxis months = context.panel().months();
        int first = Math.max(MIN_HISTORY, months.count() - PAST_MONTHS);
        int end = context.past().tables().stream()
                .filter(table -> table.horizon().equals(Horizon.ONE))
                .map(ForecastTable::targetMonth)
                .min(Comparator.naturalOrder())
                .filter(months::contains)
                .map(months::indexOf)
                .orElse(0);
        if (first >= end) {
            return NONE;
        }
        YearMonth last = months.at(end - 1);
        SegmentPanel known = context.panel().upTo(last);
        QuickForecaster forecaster = new QuickForecaster(known, context.kpis(), first, REFIT_EVERY);
        Map<String, double[][]> made = new HashMap<>();
        for (Kpi kpi : context.kpis().kpis()) {
            made.put(kpi.id(), forecaster.forecasts(known, kpi, first, end - 1));
        }
        return new OlderForecasts(known, first, end, made);
    }

    /** First month that is forecast here. */
    int first() {
        return first;
    }

    /** First month that the engine forecast; {@link #first()} where nothing is older. */
    int end() {
        return end;
    }

    /**
     * Forecasts of a KPI at the nodes of a level for a month, in money; NaN where there is none. An aggregate is a sum; a
     * segment too young to be forecast counts in it with what it had the month before.
     */
    double[] of(LevelView view, Kpi kpi, int month) {
        double[] forecasts = made.get(kpi.id())[month - first];
        PanelColumn column = known.column(kpi.id());
        double[] sums = new double[view.size()];
        for (int node = 0; node < sums.length; node++) {
            boolean any = false;
            for (int segment : view.segmentsOf(node)) {
                double own = forecasts[segment];
                double before = column.orNaN(segment, month - 1);
                any |= !Double.isNaN(own);
                sums[node] += Double.isNaN(own) ? Double.isNaN(before) ? 0 : before : own;
            }
            sums[node] = any ? sums[node] : Double.NaN;
        }
        return sums;
    }
}
