package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.models.alert.GrowthScale;
import io.segmentradar.models.alert.MonthScreen;
import java.util.Random;

/**
 * A bank in which nothing ever happened: each figure is what was forecast of it, moved by one of the series' own past
 * errors drawn with replacement. Forecasts stay as they were made. What stopped in the month under review goes on and
 * what began then waits, for those are things that happened; stops and starts before it stay.
 */
final class ResampledErrors {
    private final AlertContext real;
    private final MonthScreen screen;

    ResampledErrors(AlertContext real, MonthScreen screen) {
        this.real = real;
        this.screen = screen;
    }

    AlertContext draw(Random random) {
        SegmentPanel panel = real.panel();
        AlteredPanel altered =
                new AlteredPanel(panel, real.kpis(), panel.months().count());
        for (Kpi kpi : real.kpis().kpis()) {
            for (int s = 0; s < panel.segments(); s++) {
                draw(kpi, s, altered, random);
            }
        }
        return new AlertContext(
                altered.panel(), real.hierarchy(), real.kpis(), real.past(), real.published(), real.policy());
    }

    private void draw(Kpi kpi, int s, AlteredPanel altered, Random random) {
        SegmentId id = real.panel().index().id(s);
        boolean signed = kpi.kind().isSigned();
        double[] errors = screen.errors(id, kpi.id());
        double unit = screen.unit(id, kpi.id());
        int review = real.panel().months().count() - 1;
        for (int m = 1; m <= review; m++) {
            double before = altered.get(kpi.id(), s, m - 1);
            boolean goesOn = m == review ? before != 0 : altered.get(kpi.id(), s, m) != 0;
            double forecast = forecast(kpi, id, m);
            if (Double.isNaN(forecast) || Double.isNaN(before) || !(goesOn || signed)) {
                if (m == review) {
                    altered.set(kpi.id(), s, m, Double.isNaN(before) ? before : 0);
                }
            } else if (errors.length > 0 || m == review) {
                double error = errors.length == 0 ? 0 : errors[random.nextInt(errors.length)];
                double z = GrowthScale.to(forecast, unit) + error;
                altered.set(kpi.id(), s, m, GrowthScale.from(signed ? z : Math.max(1e-9, z), unit));
            }
        }
    }

    /** NaN where there is none. */
    private double forecast(Kpi kpi, SegmentId id, int month) {
        ForecastTable made = real.past()
                .table(SegmentHierarchy.SEGMENT, kpi.id(), real.panel().months().at(month - 1), Horizon.ONE)
                .orElse(null);
        int row = made == null ? -1 : made.nodes().row(id).orElse(-1);
        return row >= 0 && made.has(row) ? made.point(row) : Double.NaN;
    }
}
