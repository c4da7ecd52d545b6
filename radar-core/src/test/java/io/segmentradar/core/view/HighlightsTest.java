package io.segmentradar.core.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HighlightsTest {
    private static final RadarRun RUN = RadarRuns.run(2, YearMonth.of(2024, 12));

    private static RunView view(RadarRun run) {
        return new RunView(run, new Visibility(Map.of(), 0));
    }

    private static List<Alert> issues(RadarRun run) {
        return Highlights.of(view(run), 100).issues().stream()
                .map(issue -> issue.alert().alert())
                .toList();
    }

    @Test
    void issuesAreTheWorstLossOfEachNodeInTheOrderOfTheWatchlist() {
        List<Alert> expected = RUN.alerts().stream()
                .filter(alert -> alert.type() == AlertType.DROP)
                .filter(alert -> !alert.standing().isFolded())
                .toList();

        assertTrue(expected.size() > 3);
        assertEquals(expected, issues(RUN));
        assertEquals(expected.subList(0, 2), issues(view(RUN), 2));
    }

    private static List<Alert> issues(RunView view, int limit) {
        return Highlights.of(view, limit).issues().stream()
                .map(issue -> issue.alert().alert())
                .toList();
    }

    @Test
    void aRiseIsAnIssueWhereThePlanHasRiskWorkOnIt() {
        Alert spike = RUN.alerts().stream()
                .filter(alert -> alert.type() == AlertType.SPIKE)
                .findFirst()
                .orElseThrow();
        assertFalse(issues(RUN).contains(spike));

        assertTrue(issues(planning(spike.segment(), "RISK", "deposits")).contains(spike));
        assertFalse(issues(planning(spike.segment(), "RISK", "loans")).contains(spike));
        assertFalse(issues(planning(spike.segment(), "GROWTH", "deposits")).contains(spike));
    }

    @Test
    void anIssueNamesWhatIsPlannedAgainstIt() {
        SegmentId segment = RUN.alerts().stream()
                .filter(alert -> alert.type() == AlertType.DROP && alert.level().equals("segment"))
                .findFirst()
                .orElseThrow()
                .segment();

        Highlights highlights = Highlights.of(view(planning(segment, "RETENTION", "deposits")), 100);

        Highlights.Issue issue = highlights.issues().stream()
                .filter(found -> found.alert().alert().segment().equals(segment))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(segment), issue.action().map(RecommendedAction::segment));
    }

    @Test
    void whatCountsOnARiseOrIsAboutSomethingElseIsNoAnswerToAFall() {
        SegmentId segment = RUN.alerts().stream()
                .filter(alert -> alert.type() == AlertType.DROP && alert.level().equals("segment"))
                .findFirst()
                .orElseThrow()
                .segment();

        assertEquals(Optional.empty(), answerTo(segment, planning(segment, "GROWTH", "deposits")));
        assertEquals(Optional.empty(), answerTo(segment, planning(segment, "RETENTION", "card_spend")));
        assertTrue(answerTo(segment, planning(segment, "RISK", "deposits")).isPresent());
    }

    private static Optional<RecommendedAction> answerTo(SegmentId segment, RadarRun run) {
        return Highlights.of(view(run), 100).issues().stream()
                .filter(issue -> issue.alert().alert().segment().equals(segment))
                .findFirst()
                .orElseThrow()
                .action();
    }

    @Test
    void theSameMoneyIsToldOnceAtTheSegmentOrAtItsAggregate() {
        Alert segment = RUN.alerts().stream()
                .filter(alert -> alert.type() == AlertType.DROP && alert.level().equals("segment"))
                .filter(alert -> alert.severity() == Severity.MEDIUM)
                .findFirst()
                .orElseThrow();
        SegmentId industry = RUN.spec()
                .hierarchy()
                .level("industry")
                .nodeOf(segment.segment().key())
                .id();
        Alert milder = aggregate(segment, industry, 1.5, Severity.LOW);
        Alert worse = aggregate(segment, industry, 1.5, Severity.CRITICAL);
        Alert others = aggregate(segment, industry, 3, Severity.LOW);

        assertEquals(List.of(segment), issues(raising(segment, milder)));
        assertEquals(List.of(worse), issues(raising(segment, worse)));
        assertEquals(List.of(segment, others), issues(raising(segment, others)));
    }

    private static Alert aggregate(Alert alert, SegmentId node, double times, Severity severity) {
        double actual = 10 * alert.actual();
        double residual = times * alert.residual();
        return new Alert(
                "wider",
                "industry",
                node,
                alert.kpi(),
                alert.month(),
                alert.type(),
                severity,
                actual,
                actual - residual,
                actual - residual,
                actual - residual,
                alert.surprise(),
                Math.abs(residual));
    }

    /** The run with these alerts only. */
    private static RadarRun raising(Alert... alerts) {
        return new RadarRun(
                RUN.spec(),
                RUN.manifest(),
                RUN.ingest(),
                RUN.panel(),
                RUN.published(),
                RUN.past(),
                RUN.accuracy(),
                new AlertReport(
                        List.of(alerts), List.of(), List.of(), RUN.alertReport().watchlist()),
                Stream.of(alerts)
                        .map(alert -> new DriverAttribution(alert.id(), List.of()))
                        .toList(),
                RUN.actionReport());
    }

    @Test
    void chancesAreLikelyRisesOfBalancesTheLargestFirstOnePerSegment() {
        List<Highlights.Chance> chances = Highlights.of(view(RUN), 100).chances();

        double before = Double.POSITIVE_INFINITY;
        for (Highlights.Chance chance : chances) {
            assertTrue(chance.change() > 0 && chance.change() <= before);
            assertTrue(chance.probability() >= Overview.GROWTH_PROBABILITY);
            assertEquals(3, chance.forecast().forecast().horizon().months());
            before = chance.change();
        }
        assertEquals(
                chances.size(),
                chances.stream()
                        .map(chance -> chance.forecast().forecast().segment())
                        .distinct()
                        .count());
    }

    /** The run with one planned action. */
    private static RadarRun planning(SegmentId segment, String category, String kpi) {
        RecommendedAction some = RUN.actions().stream()
                .filter(RecommendedAction::isPlanned)
                .findFirst()
                .orElseThrow();
        RecommendedAction planned = new RecommendedAction(
                "a1",
                segment,
                some.month(),
                some.type(),
                some.title(),
                category,
                kpi,
                some.delivery(),
                some.worth(),
                some.priority(),
                Optional.empty(),
                some.reason(),
                List.of(),
                some.decision());
        ActionReport report = RUN.actionReport();
        return new RadarRun(
                RUN.spec(),
                RUN.manifest(),
                RUN.ingest(),
                RUN.panel(),
                RUN.published(),
                RUN.past(),
                RUN.accuracy(),
                RUN.alertReport(),
                RUN.drivers(),
                new ActionReport(
                        List.of(planned), ActionPlan.EMPTY, report.funnel(), List.of(), List.of(), Optional.empty()));
    }
}
