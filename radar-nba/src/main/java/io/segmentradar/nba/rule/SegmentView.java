package io.segmentradar.nba.rule;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One segment in the month under review. Figures that are missing are null. */
public final class SegmentView {
    private final MonthSnapshot month;
    private final int row;

    SegmentView(MonthSnapshot month, int row) {
        this.month = month;
        this.row = row;
    }

    public int row() {
        return row;
    }

    public SegmentId id() {
        return month.panel().index().id(row);
    }

    public SegmentKey key() {
        return month.panel().index().key(row);
    }

    SegmentPanel panel() {
        return month.panel();
    }

    Optional<FxSegment> exposed() {
        return month.exposed(id());
    }

    Double largeMove() {
        OptionalDouble probability = month.largeMove();
        return probability.isPresent() ? (Double) probability.getAsDouble() : null;
    }

    Optional<FxRegime> fx() {
        return month.fx();
    }

    /** Value of a panel column {@code monthsAgo} before the month under review. */
    Double value(String column, int monthsAgo) {
        int at = panel().months().count() - 1 - monthsAgo;
        if (at < 0 || !panel().has(column)) {
            return null;
        }
        double value = panel().column(column).orNaN(row, at);
        return Double.isNaN(value) ? null : value;
    }

    Double point(String kpi, Horizon horizon) {
        Optional<ForecastTable> table = month.table(kpi, horizon);
        OptionalInt node = node(table);
        return node.isPresent() ? (Double) table.orElseThrow().point(node.getAsInt()) : null;
    }

    /** Probability that a KPI is at most {@code bound} at the horizon. */
    Double probabilityAtMost(String kpi, Horizon horizon, double bound) {
        Optional<ForecastTable> table = month.table(kpi, horizon);
        OptionalInt node = node(table);
        return node.isPresent() ? (Double) table.orElseThrow().probabilityAtMost(node.getAsInt(), bound) : null;
    }

    Double lower90(String kpi, Horizon horizon) {
        Optional<ForecastTable> table = month.table(kpi, horizon);
        OptionalInt node = node(table);
        return node.isPresent()
                ? (Double) table.orElseThrow().interval90(node.getAsInt()).lower()
                : null;
    }

    Double upper90(String kpi, Horizon horizon) {
        Optional<ForecastTable> table = month.table(kpi, horizon);
        OptionalInt node = node(table);
        return node.isPresent()
                ? (Double) table.orElseThrow().interval90(node.getAsInt()).upper()
                : null;
    }

    private OptionalInt node(Optional<ForecastTable> table) {
        if (table.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt node = table.get().nodes().row(id());
        return node.isPresent() && table.get().has(node.getAsInt()) ? node : OptionalInt.empty();
    }

    /** Alerts of this segment, worst first. */
    public List<Alert> alerts() {
        return month.alerts(id());
    }

    /** The worst alert on one KPI. */
    public Optional<Alert> alert(String kpi) {
        return alerts().stream().filter(alert -> alert.kpi().equals(kpi)).findFirst();
    }
}
