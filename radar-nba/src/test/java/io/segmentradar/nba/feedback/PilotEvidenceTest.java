package io.segmentradar.nba.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class PilotEvidenceTest {
    private static final int INDUSTRIES = 12;
    private static final List<Integer> CELL = List.of(0, 1);
    private final Map<SegmentId, SegmentKey> keys = new HashMap<>();

    @Test
    void placeboShowsNoEffect() {
        int covered = 0;
        int runs = 200;
        for (int seed = 0; seed < runs; seed++) {
            EffectEstimate estimate =
                    evidence(pilot(seed, 300, key -> 0)).estimate("CALL").orElseThrow();
            covered += estimate.lower() <= 0 && estimate.upper() >= 0 ? 1 : 0;
        }
        assertTrue(covered >= 0.84 * runs && covered <= 0.97 * runs, "90 % interval held 0 in " + covered);
    }

    @Test
    void aPlantedEffectIsRecovered() {
        double error = 0;
        int covered = 0;
        int runs = 100;
        for (int seed = 0; seed < runs; seed++) {
            EffectEstimate estimate =
                    evidence(pilot(seed, 600, key -> 0.3)).estimate("CALL").orElseThrow();
            error += (estimate.mean() - 0.3) / runs;
            covered += estimate.lower() <= 0.3 && estimate.upper() >= 0.3 ? 1 : 0;
        }
        assertEquals(0, error, 0.02);
        assertTrue(covered >= 0.82 * runs, "90 % interval held 0.3 in " + covered);
    }

    @Test
    void shrunkenCellsAreNearerToTheTruthThanRawOnes() {
        double raw = 0;
        double shrunken = 0;
        for (int seed = 0; seed < 30; seed++) {
            List<PastAction> history = pilot(seed, 900, PilotEvidenceTest::effectByIndustry);
            PilotEvidence evidence = evidence(history);
            for (int i = 0; i < INDUSTRIES; i++) {
                SegmentKey key = SegmentKey.of("I" + i, "G0", "x");
                double truth = effectByIndustry(key);
                shrunken +=
                        Math.pow(evidence.estimate("CALL", key).orElseThrow().mean() - truth, 2);
                raw += Math.pow(rawDifference(history, key) - truth, 2);
            }
        }
        assertTrue(shrunken < 0.7 * raw, "squared error " + shrunken + " against " + raw);
    }

    @Test
    void whoGetsCalledDoesNotMatterOnlyWhoWasDrawn() {
        // Owners call only the segments that do well anyway; with no true effect nothing may be found.
        int clear = 0;
        for (int seed = 0; seed < 100; seed++) {
            List<PastAction> selective = pilot(seed, 300, key -> 0).stream()
                    .map(action -> new PastAction(
                            action.id(),
                            action.segment(),
                            action.month(),
                            action.type(),
                            action.control(),
                            !action.control() && action.response().getAsDouble() > 0
                                    ? Optional.of(new ActionOutcome(
                                            action.id(), ActionOutcome.Status.DONE, OptionalDouble.empty()))
                                    : Optional.empty(),
                            action.response()))
                    .toList();
            EffectEstimate estimate = evidence(selective).estimate("CALL").orElseThrow();
            clear += estimate.lower() > 0 || estimate.upper() < 0 ? 1 : 0;
        }
        assertTrue(clear <= 18, clear + " of 100 placebo pilots look effective");
    }

    @Test
    void tooFewSegmentsOrNoControlGroupIsNoEvidenceYet() {
        assertTrue(evidence(pilot(1, 30, key -> 0.5)).estimate("CALL").isEmpty());
        List<PastAction> untested = pilot(1, 500, key -> 0.5).stream()
                .filter(action -> !action.control())
                .toList();
        assertTrue(evidence(untested)
                .effectiveness("CALL", SegmentKey.of("I0", "G0", "x"))
                .isEmpty());
        assertTrue(evidence(pilot(1, 500, key -> 0.5)).estimate("VISIT").isEmpty());
    }

    private PilotEvidence evidence(List<PastAction> history) {
        return new PilotEvidence(history, CELL, id -> Optional.ofNullable(keys.get(id)));
    }

    private static double effectByIndustry(SegmentKey key) {
        return 0.3 + 0.02 * (Integer.parseInt(key.value(0).substring(1)) - INDUSTRIES / 2);
    }

    private static double rawDifference(List<PastAction> history, SegmentKey like) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (PastAction action : history) {
            if (action.segment().value().startsWith(like.value(0) + "|" + like.value(1) + "|")) {
                int arm = action.control() ? 1 : 0;
                sums[arm] += action.response().getAsDouble();
                counts[arm]++;
            }
        }
        return sums[0] / Math.max(1, counts[0]) - sums[1] / Math.max(1, counts[1]);
    }

    /** Segments with good and bad luck of their own; a fifth of them is drawn as control group. */
    private List<PastAction> pilot(int seed, int segments, ToDoubleFunction<SegmentKey> effect) {
        Random random = new Random(seed);
        List<PastAction> history = new ArrayList<>();
        for (int s = 0; s < segments; s++) {
            SegmentKey key = SegmentKey.of("I" + s % INDUSTRIES, "G" + s / INDUSTRIES % 2, "s" + s);
            keys.put(key.id(), key);
            boolean control = random.nextDouble() < 0.2;
            double luck = 0.8 * random.nextGaussian() - 0.1;
            double response = luck + (control ? 0 : effect.applyAsDouble(key));
            history.add(new PastAction(
                    "a" + s,
                    key.id(),
                    YearMonth.of(2024, 6),
                    "CALL",
                    control,
                    Optional.empty(),
                    OptionalDouble.of(response)));
        }
        return history;
    }
}
