package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.models.alert.MonthScreen;
import io.segmentradar.models.alert.MonthScreen.PastError;
import io.segmentradar.models.growth.GrowthScale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A bank in which nothing ever happened: each figure is what was forecast of it, moved by one of the series' own past
 * errors drawn with replacement. Forecasts stay as they were made. What stopped in the month under review goes on and
 * what began then waits, for those are things that happened; stops and starts before it stay.
 *
 * <p>How far growth spreads depends on how large a figure is, so errors are exchangeable only among those made at a like
 * size, a third to three times. Where a series has made fewer than three of them, it draws from all that the segments of
 * the KPI made at such a size. A signed flow has no size to grow from and draws from all its own.
 */
final class ResampledErrors {
    private static final double LIKE = 3;
    private static final int MIN_OWN = 3;

    private final AlertContext real;
    private final MonthScreen screen;
    private final boolean heedsSize;
    private final Map<String, List<PastError>> bySize = new HashMap<>();

    /**
     * @param heedsSize false to draw from all errors of a series, at whatever size they were made
     */
    ResampledErrors(AlertContext real, MonthScreen screen, boolean heedsSize) {
        this.real = real;
        this.screen = screen;
        this.heedsSize = heedsSize;
        SegmentPanel panel = real.panel();
        for (Kpi kpi : real.kpis().kpis()) {
            List<PastError> all = new ArrayList<>();
            for (int s = 0; s < panel.segments(); s++) {
                all.addAll(screen.errors(panel.index().id(s), kpi.id()));
            }
            all.sort(Comparator.comparingDouble(PastError::size));
            bySize.put(kpi.id(), all);
        }
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
                altered.panel(),
                real.hierarchy(),
                real.kpis(),
                real.past(),
                real.published(),
                real.policy(),
                real.columnLabels(),
                real.calendar());
    }

    private void draw(Kpi kpi, int s, AlteredPanel altered, Random random) {
        SegmentId id = real.panel().index().id(s);
        boolean signed = kpi.kind().isSigned();
        List<PastError> own = screen.errors(id, kpi.id());
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
            } else if (!own.isEmpty() || m == review) {
                List<PastError> urn = signed || !heedsSize ? own : like(kpi, own, Math.abs(forecast));
                double error =
                        urn.isEmpty() ? 0 : urn.get(random.nextInt(urn.size())).growth();
                double z = GrowthScale.to(forecast, unit) + error;
                altered.set(kpi.id(), s, m, GrowthScale.from(signed ? z : Math.max(1e-9, z), unit));
            }
        }
    }

    /** Errors made at a like size, the series' own where there are enough. */
    private List<PastError> like(Kpi kpi, List<PastError> own, double size) {
        List<PastError> like = own.stream()
                .filter(error -> error.size() >= size / LIKE && error.size() <= size * LIKE)
                .toList();
        if (like.size() >= MIN_OWN) {
            return like;
        }
        List<PastError> all = bySize.get(kpi.id());
        return all.subList(from(all, size / LIKE), from(all, Math.nextUp(size * LIKE)));
    }

    /** Position of the first error made at {@code size} or more. */
    private static int from(List<PastError> ascending, double size) {
        int low = 0;
        int high = ascending.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ascending.get(middle).size() < size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
