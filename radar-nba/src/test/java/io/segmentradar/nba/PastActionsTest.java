package io.segmentradar.nba;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.SegmentPanels;
import io.segmentradar.core.run.PastActions;
import io.segmentradar.core.run.RadarRun;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PastActionsTest {
    @Test
    void theResponseIsWhatTheKpiDidAgainstTheForecastPerAmountExpectedAtStake() {
        Scene scene = new Scene();
        Scene.Segment segment = scene.segment().level("deposits", 50000).expects("deposits", 56000);
        RadarRun run = run(scene);
        RecommendedAction growth = action(run, "DEPOSIT_GROWTH");
        double[] deposits = new double[39];
        Arrays.fill(deposits, 50000);
        deposits[38] = 57000;
        SegmentPanel later = SegmentPanels.monthly(39)
                .with(segment.key(), "deposits", deposits)
                .build();

        PastAction past = past(run, later, "DEPOSIT_GROWTH");

        double stake = growth.worth().probability() * growth.worth().amountAtStake();
        assertEquals(1000 / stake, past.response().getAsDouble(), 1e-9);
        assertEquals(ActionOutcome.Status.ACCEPTED, past.outcome().orElseThrow().status());
        assertFalse(past.control());
    }

    @Test
    void beforeTheTargetMonthThereIsNoResponse() {
        Scene scene = new Scene();
        scene.segment().level("deposits", 50000).expects("deposits", 56000);
        RadarRun run = run(scene);

        assertTrue(past(run, run.panel(), "DEPOSIT_GROWTH").response().isEmpty());
    }

    @Test
    void typesWithoutAForecastEventAndRiskAreNotMeasured() {
        Scene scene = new Scene();
        Scene.Segment segment = scene.segment()
                .level("loans", 90000)
                .level("net_inflow", -1500)
                .level("limit_utilisation", 0.9)
                .level("deposits", 3000)
                .level("auto_transfer_share", 0.1)
                .level("요구불예금잔액", 3000);
        RadarRun run = run(scene);
        double[] flat = new double[40];
        SegmentPanel later = SegmentPanels.monthly(40)
                .with(segment.key(), "deposits", flat)
                .with(segment.key(), "net_inflow", flat)
                .build();

        assertTrue(past(run, later, "LIQUIDITY_STRESS").response().isEmpty());
        assertTrue(past(run, later, "AUTO_TRANSFER").response().isEmpty());
    }

    private static RadarRun run(Scene scene) {
        ActionContext context = scene.context();
        return new RadarRun(
                Scene.SPEC,
                null,
                null,
                context.panel(),
                context.published(),
                new ForecastSet(List.of()),
                null,
                List.of(),
                List.of(),
                new NextBestAction().recommend(context));
    }

    private static RecommendedAction action(RadarRun run, String type) {
        return run.actions().stream()
                .filter(action -> action.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static PastAction past(RadarRun run, SegmentPanel later, String type) {
        RecommendedAction action = action(run, type);
        OutcomeEntry outcome = new OutcomeEntry(
                new ActionOutcome(action.id(), ActionOutcome.Status.ACCEPTED, OptionalDouble.of(500)),
                action.segment().value(),
                type,
                action.month(),
                Optional.empty(),
                "rm1",
                Instant.EPOCH);
        PastActions actions = new PastActions(List.of(outcome));
        actions.add(run);
        return actions.list().stream()
                .filter(past -> past.type().equals(type))
                .findFirst()
                .orElseThrow()
                .measuredOn(later);
    }
}
