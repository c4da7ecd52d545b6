package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.ClosedAlert;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the jumps of the last two months. A jump lasts while the series stays outside the 90 % interval that
 * was forecast before it happened; then it is a level shift, told once with its age. Back inside, it is closed. After
 * three months the forecasts no longer reach back, and what was a shift is the new normal.
 */
final class History {
    private static final int MONTHS_BACK = Horizon.MAX - 1;

    private final AlertContext context;
    private final YearMonth now;
    private final Map<String, Alert> open = new LinkedHashMap<>();
    private final List<ClosedAlert> closed = new ArrayList<>();
    private final Map<String, SegmentPanel> panels = new HashMap<>();

    /**
     * @param earlier jumps and turns as raised one and two months ago, newest month first
     */
    History(AlertContext context, List<List<Alert>> earlier) {
        this.context = context;
        this.now = context.panel().months().last();
        for (int back = Math.min(MONTHS_BACK, earlier.size()); back >= 1; back--) {
            for (Alert alert : earlier.get(back - 1)) {
                follow(alert, back);
            }
        }
    }

    private void follow(Alert alert, int monthsAgo) {
        if (alert.standing().isFolded() || (alert.type() != AlertType.DROP && alert.type() != AlertType.SPIKE)) {
            return;
        }
        for (int back = monthsAgo - 1; back >= 0; back--) {
            YearMonth month = now.minusMonths(back);
            Optional<ForecastTable> before = forecastBefore(alert, month);
            if (before.isEmpty()) {
                return;
            }
            if (!isOutside(alert, before.get(), month)) {
                if (back == 0) {
                    closed.add(new ClosedAlert(alert, month));
                }
                return;
            }
        }
        open.putIfAbsent(key(alert), alert);
    }

    /** The forecast of {@code month} made before the jump, if it reaches so far and says something of the node. */
    private Optional<ForecastTable> forecastBefore(Alert alert, YearMonth month) {
        YearMonth origin = alert.month().minusMonths(1);
        int horizon = Math.toIntExact(origin.until(month, ChronoUnit.MONTHS));
        return context.past()
                .table(alert.level(), alert.kpi(), origin, new Horizon(horizon))
                .filter(table -> {
                    int row = table.nodes().row(alert.segment()).orElse(-1);
                    return row >= 0 && table.has(row) && !Double.isNaN(value(alert, month));
                });
    }

    private double value(Alert alert, YearMonth month) {
        SegmentPanel panel = panels.computeIfAbsent(
                alert.level(),
                level -> level.equals(SegmentHierarchy.SEGMENT)
                        ? context.panel()
                        : context.panel().rollUp(context.hierarchy().level(level)));
        int row = panel.index().row(alert.segment()).orElseThrow();
        return panel.column(alert.kpi()).orNaN(row, panel.months().indexOf(month));
    }

    private boolean isOutside(Alert alert, ForecastTable table, YearMonth month) {
        PredictionInterval interval =
                table.interval90(table.nodes().row(alert.segment()).orElseThrow());
        double value = value(alert, month);
        return alert.type() == AlertType.DROP ? value < interval.lower() : value > interval.upper();
    }

    private static String key(Alert alert) {
        return alert.level() + "\u0000" + alert.segment().value() + "\u0000" + alert.kpi();
    }

    List<ClosedAlert> closed() {
        return closed;
    }

    /** Jumps that have lasted, as alerts of this month; those of figures that {@code raised} speaks of are left out. */
    List<Alert> shifts(List<Alert> raised) {
        List<String> spokenOf = raised.stream().map(History::key).toList();
        return open.entrySet().stream()
                .filter(entry -> !spokenOf.contains(entry.getKey()))
                .map(entry -> shift(entry.getValue()))
                .filter(alert -> alert.impact() >= context.policy().floor(alert.level(), alert.kpi()))
                .toList();
    }

    private Alert shift(Alert jump) {
        ForecastTable table = forecastBefore(jump, now).orElseThrow();
        int row = table.nodes().row(jump.segment()).orElseThrow();
        PredictionInterval interval = table.interval90(row);
        double actual = value(jump, now);
        double expected = table.point(row);
        double below = table.probabilityAtMost(row, actual);
        double impact = Math.abs(actual - expected);
        Standing was = jump.standing();
        return new Alert(
                AlertIds.of(now, jump.level(), jump.segment(), jump.kpi(), AlertType.LEVEL_SHIFT),
                jump.level(),
                jump.segment(),
                jump.kpi(),
                now,
                AlertType.LEVEL_SHIFT,
                jump.severity(),
                actual,
                expected,
                interval.lower(),
                interval.upper(),
                Math.min(1, 2 * Math.min(below, 1 - below)),
                impact,
                new Standing(
                        was.falseShare(),
                        was.probability(),
                        "",
                        0,
                        jump.month(),
                        Math.max(impact, was.worstImpact()),
                        was.remarks()));
    }

    /** The alert with the month in which its figure was first raised, if that was earlier and is not over. */
    Alert continued(Alert alert) {
        Alert before = open.get(key(alert));
        if (before == null || before.type() != alert.type()) {
            return alert;
        }
        Standing is = alert.standing();
        return alert.with(new Standing(
                is.falseShare(),
                is.probability(),
                is.parentId(),
                is.shareExplained(),
                before.month(),
                Math.max(is.worstImpact(), before.impact()),
                is.remarks()));
    }
}
