package io.segmentradar.report.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.SampleRun;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class DigestTest {
    private static final RadarRun RUN = SampleRun.create();
    private static final Subscription EVERYTHING = new Subscription(
            "all",
            Language.EN,
            List.of("a@bank.example"),
            Optional.empty(),
            Map.of(),
            Set.of(Severity.values()),
            Optional.empty());

    private static RadarRun with(UnaryOperator<Alert> change) {
        return new RadarRun(
                RUN.spec(),
                RUN.manifest(),
                RUN.ingest(),
                RUN.panel(),
                RUN.published(),
                RUN.past(),
                RUN.accuracy(),
                RUN.alerts().stream().map(change).toList(),
                RUN.drivers(),
                RUN.actionReport());
    }

    private static Alert resized(Alert alert, Severity severity, double factor) {
        return new Alert(
                alert.id(),
                alert.level(),
                alert.segment(),
                alert.kpi(),
                alert.month(),
                alert.type(),
                severity,
                alert.actual(),
                alert.expected(),
                alert.lower(),
                alert.upper(),
                alert.surprise(),
                alert.impact() * factor);
    }

    private static Digest digest(RadarRun previous) {
        return Digest.of(RUN, Optional.of(previous), EVERYTHING, Set.of());
    }

    @Test
    void whatThePreviousRunRaisedAlikeIsNotNews() {
        assertTrue(digest(RUN).alerts().isEmpty());
        assertTrue(digest(with(alert -> resized(alert, alert.severity(), 0.9)))
                .alerts()
                .isEmpty());
    }

    @Test
    void aRisenSeverityOrAMuchLargerImpactIsWorse() {
        List<Digest.AlertChange> graver =
                digest(with(alert -> resized(alert, Severity.LOW, 1))).alerts();
        assertEquals(RUN.alerts().size(), graver.size());
        assertTrue(graver.stream().noneMatch(Digest.AlertChange::isNew));
        assertEquals(
                RUN.alerts().size(),
                digest(with(alert -> resized(alert, alert.severity(), 0.5)))
                        .alerts()
                        .size());
    }

    @Test
    void withoutAPreviousRunWhatIsFirstSeenThisMonthIsNew() {
        Digest digest = Digest.of(RUN, Optional.empty(), EVERYTHING, Set.of());
        assertEquals(RUN.alerts().size(), digest.alerts().size());
        assertTrue(digest.alerts().stream().allMatch(Digest.AlertChange::isNew));
    }

    @Test
    void foldedAlertsAndOtherSeveritiesAreLeftOut() {
        RadarRun folded = with(alert -> alert.with(alert.standing().foldedInto("parent", 0.9)));
        assertTrue(Digest.of(folded, Optional.empty(), EVERYTHING, Set.of())
                .alerts()
                .isEmpty());
        Subscription gravest = new Subscription(
                "gravest",
                Language.KO,
                EVERYTHING.email(),
                Optional.empty(),
                Map.of(),
                Set.of(Severity.CRITICAL),
                Optional.empty());
        Digest digest = Digest.of(RUN, Optional.empty(), gravest, Set.of());
        assertFalse(digest.alerts().isEmpty());
        assertTrue(
                digest.alerts().stream().allMatch(change -> change.row().alert().severity() == Severity.CRITICAL));
    }

    @Test
    void whatWasToldIsNotToldAgain() {
        Digest first = Digest.of(RUN, Optional.empty(), EVERYTHING, Set.of());
        assertTrue(Digest.of(RUN, Optional.empty(), EVERYTHING, Set.copyOf(first.ids()))
                .isEmpty());
    }
}
