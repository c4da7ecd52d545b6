package io.segmentradar.core.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.view.RelatedMoves.Course;
import io.segmentradar.core.view.RelatedMoves.Move;
import io.segmentradar.core.view.RelatedMoves.Surprise;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RelatedMovesTest {
    private static final RadarRun RUN = RadarRuns.run();

    @Test
    void eachMoveIsJudgedByTheOtherSegmentsOwnInterval() {
        int judged = 0;
        for (Alert alert : RUN.alerts()) {
            for (Move move : RelatedMoves.of(RUN, alert)) {
                Forecast made = RUN.past()
                        .find(
                                SegmentHierarchy.SEGMENT,
                                move.segment(),
                                alert.kpi(),
                                alert.month().minusMonths(1),
                                new Horizon(1))
                        .orElseThrow();
                double actual = move.actual().orElseThrow();
                boolean below = actual < made.interval90().lower();
                boolean outside = below || actual > made.interval90().upper();
                boolean same = below == alert.residual() < 0;
                assertEquals(outside ? same ? Course.SAME : Course.OPPOSITE : Course.AS_EXPECTED, move.course());
                judged++;
            }
        }
        assertTrue(judged > 5, judged + " moves");
    }

    @Test
    void aSegmentsSurprisesAreTheKpisBeyondTheirIntervals() {
        int surprises = 0;
        int last = RUN.panel().months().count() - 1;
        for (int s = 0; s < RUN.panel().segments(); s++) {
            Map<String, Boolean> told =
                    RelatedMoves.surprises(RUN, s).stream().collect(Collectors.toMap(Surprise::kpi, Surprise::below));
            for (String kpi : RUN.spec().kpis().ids()) {
                double actual = RUN.panel().column(kpi).value(s, last);
                Boolean expected = RUN.past()
                        .find(
                                SegmentHierarchy.SEGMENT,
                                RUN.panel().index().id(s),
                                kpi,
                                RUN.panel().months().at(last - 1),
                                new Horizon(1))
                        .filter(made -> actual < made.interval90().lower()
                                || actual > made.interval90().upper())
                        .map(made -> actual < made.interval90().lower())
                        .orElse(null);
                assertEquals(expected, told.get(kpi), kpi);
                surprises += expected == null ? 0 : 1;
            }
        }
        assertTrue(surprises > 0);
    }

    @Test
    void neighboursComeNearestFirstAndAggregatesHaveNone() {
        for (Alert alert : RUN.alerts()) {
            List<Move> moves = RelatedMoves.of(RUN, alert);
            assertTrue(alert.level().equals(SegmentHierarchy.SEGMENT) || moves.isEmpty());
            for (int i = 1; i < moves.size(); i++) {
                assertTrue(moves.get(i - 1).distance() <= moves.get(i).distance());
            }
        }
    }
}
