package io.segmentradar.models.challenge;

import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Errors and coverage of two models on the same forecasts of one KPI: all segments, horizons and judged origins. */
final class Duel {
    private final SegmentPanel panel;
    private final Kpi kpi;
    private final double[][] champion;
    private final double[][] challenger;
    private final int[] inside = new int[2];
    private final double[] errors = new double[2];
    private double actuals;
    private int open;

    Duel(SegmentPanel panel, Kpi kpi, YearMonth first, ForecastSet champion, ForecastSet challenger) {
        this.panel = panel;
        this.kpi = kpi;
        int origins = Math.toIntExact(first.until(panel.months().last(), ChronoUnit.MONTHS));
        this.champion = new double[Horizon.MAX][origins];
        this.challenger = new double[Horizon.MAX][origins];
        for (int o = 0; o < origins; o++) {
            for (Horizon horizon : Horizon.ALL) {
                YearMonth origin = first.plusMonths(o);
                if (panel.months().contains(origin.plusMonths(horizon.months()))) {
                    Optional<ForecastTable> a = champion.table(SegmentHierarchy.SEGMENT, kpi.id(), origin, horizon);
                    Optional<ForecastTable> b = challenger.table(SegmentHierarchy.SEGMENT, kpi.id(), origin, horizon);
                    if (a.isPresent() && b.isPresent()) {
                        compare(a.get(), b.get(), o);
                    }
                }
            }
        }
    }

    private void compare(ForecastTable a, ForecastTable b, int o) {
        PanelColumn column = panel.column(kpi.id());
        int target = panel.months().indexOf(a.targetMonth());
        int h = a.horizon().months() - 1;
        for (int node = 0; node < a.nodes().size(); node++) {
            var row = panel.index().row(a.nodes().id(node));
            double actual = row.isPresent() ? column.orNaN(row.getAsInt(), target) : Double.NaN;
            if (a.has(node) && b.has(node) && !Double.isNaN(actual)) {
                champion[h][o] += Math.abs(actual - a.point(node));
                challenger[h][o] += Math.abs(actual - b.point(node));
                errors[0] += Math.abs(actual - a.point(node));
                errors[1] += Math.abs(actual - b.point(node));
                actuals += Math.abs(actual);
                PredictionInterval old = a.interval90(node);
                PredictionInterval young = b.interval90(node);
                if (old.width() > 0 || young.width() > 0) {
                    open++;
                    inside[0] += old.contains(actual) ? 1 : 0;
                    inside[1] += young.contains(actual) ? 1 : 0;
                }
            }
        }
    }

    /** Share of the champion's usual error that the challenger saves at an origin, over horizons; NaN if unknown. */
    double gain(int origin) {
        double sum = 0;
        int n = 0;
        for (int h = 0; h < champion.length; h++) {
            double usual = 0;
            int known = 0;
            for (double error : champion[h]) {
                usual += error;
                known += error > 0 ? 1 : 0;
            }
            if (usual > 0 && champion[h][origin] > 0) {
                sum += (champion[h][origin] - challenger[h][origin]) / (usual / known);
                n++;
            }
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    double championCoverage() {
        return open == 0 ? Double.NaN : (double) inside[0] / open;
    }

    double challengerCoverage() {
        return open == 0 ? Double.NaN : (double) inside[1] / open;
    }

    ChallengeVerdict.Duel result() {
        return new ChallengeVerdict.Duel(kpi.id(), errors[0] / actuals, errors[1] / actuals);
    }
}
