package io.segmentradar.core.view;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Whether segments like the one of an alert moved too in its month: one customer's story, or that of a kind. */
public final class RelatedMoves {
    private static final int MOST = 5;

    private RelatedMoves() {}

    /**
     * @param row of the panel
     * @param distance 0 is a twin, 1 that of two segments taken at random
     * @param actual the alert's KPI in its month
     * @param expected forecast made a month before
     */
    public record Move(
            int row,
            SegmentId segment,
            double distance,
            OptionalDouble actual,
            OptionalDouble expected,
            Course course) {}

    /** What the other segment did, against its own 90 % interval. */
    public enum Course {
        /** Outside, to the side of the alert. */
        SAME,
        /** Outside, to the other side. */
        OPPOSITE,
        /** Inside. */
        AS_EXPECTED,
        /** There is no forecast or no value. */
        UNKNOWN
    }

    /** The most alike segments, nearest first; none for aggregates. */
    public static List<Move> of(RadarRun run, Alert alert) {
        if (!alert.level().equals(SegmentHierarchy.SEGMENT)) {
            return List.of();
        }
        int segment = run.panel().index().row(alert.segment()).orElseThrow();
        return run.alike().neighbours().of(segment).stream()
                .limit(MOST)
                .map(neighbour -> move(run, alert, neighbour.segment(), neighbour.distance()))
                .toList();
    }

    /**
     * A KPI of a segment that left its 90 % interval in the month under review.
     *
     * @param below whether the actual fell short of the interval
     */
    public record Surprise(String kpi, boolean below) {}

    /** What of a segment did not come as forecast a month before, by KPI. */
    public static List<Surprise> surprises(RadarRun run, int row) {
        YearMonth month = run.panel().months().last();
        List<Surprise> surprises = new ArrayList<>();
        for (String kpi : run.spec().kpis().ids()) {
            double actual =
                    run.panel().column(kpi).orNaN(row, run.panel().months().count() - 1);
            expected(run, kpi, month, run.panel().index().id(row))
                    .filter(forecast ->
                            !Double.isNaN(actual) && !forecast.interval90().contains(actual))
                    .ifPresent(forecast -> surprises.add(
                            new Surprise(kpi, actual < forecast.interval90().lower())));
        }
        return surprises;
    }

    /** The forecast made a month before. */
    private static Optional<Forecast> expected(RadarRun run, String kpi, YearMonth month, SegmentId segment) {
        return run.past()
                .table(SegmentHierarchy.SEGMENT, kpi, month.minusMonths(1), Horizon.ONE)
                .flatMap(table -> {
                    int node = table.nodes().row(segment).orElse(-1);
                    return node < 0 || !table.has(node) ? Optional.empty() : Optional.of(table.forecast(node));
                });
    }

    private static Move move(RadarRun run, Alert alert, int other, double distance) {
        SegmentId id = run.panel().index().id(other);
        double actual = run.panel()
                .column(alert.kpi())
                .orNaN(other, run.panel().months().indexOf(alert.month()));
        Optional<Forecast> expected = expected(run, alert.kpi(), alert.month(), id);
        if (expected.isEmpty() || Double.isNaN(actual)) {
            return new Move(other, id, distance, known(actual), OptionalDouble.empty(), Course.UNKNOWN);
        }
        Course course = course(alert, actual, expected.get().interval90());
        return new Move(other, id, distance, known(actual), known(expected.get().point()), course);
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Course course(Alert alert, double actual, PredictionInterval expected) {
        boolean below = actual < expected.lower();
        if (!below && actual <= expected.upper()) {
            return Course.AS_EXPECTED;
        }
        boolean alertBelow = alert.type().looksAhead() ? alert.residual() > 0 : alert.residual() < 0;
        return below == alertBelow ? Course.SAME : Course.OPPOSITE;
    }
}
