package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Deposits of 80 segments with noise of 3 %; what happens to one of them in the last four months. */
class TurnsTest {
    private static final double NOISE = 0.03;
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    private static final int SEGMENT = 3 * AlertScenes.PROVINCES + 5;

    private record Seen(Turns turns, double statistic) {
        boolean isOwn() {
            return turns.isOwn(SEGMENT, REVIEW, statistic);
        }
    }

    private static Seen seen(AlertScenes.Event event) {
        LevelScores segments = LevelScores.all(
                        AlertScenes.context(AlertScenes.panel(4, NOISE, event), AlertScenes.policy()),
                        OlderForecasts.NONE)
                .stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
        Turns turns = segments.turns().get(segments.kpis().get(0));
        return new Seen(turns, turns.statistic(SEGMENT, REVIEW));
    }

    private static boolean isIt(int industry, int province) {
        return industry * AlertScenes.PROVINCES + province == SEGMENT;
    }

    /** A slope that changes by {@code errors} of its usual ones a month. */
    private static Seen turned(double errors) {
        return seen((i, p, m, value) ->
                isIt(i, p) ? value * Math.exp(errors * NOISE * Math.max(0, m - REVIEW + Turns.MONTHS)) : value);
    }

    @Test
    void aSlopeThatChangesSpeaksForATurnWithTheSignOfTheChange() {
        double up = turned(1.5).statistic();
        double down = turned(-1.5).statistic();

        assertTrue(up > 3, "up " + up);
        assertTrue(down < -3, "down " + down);
        assertTrue(turned(1.5).isOwn() && turned(-1.5).isOwn());
    }

    @Test
    void aJumpOfTheLastMonthSpeaksLessForATurnThanOneOfTheSameSumOverFour() {
        double jump = seen((i, p, m, value) -> isIt(i, p) && m == REVIEW ? value * Math.exp(8 * NOISE) : value)
                .statistic();

        assertTrue(
                jump < 0.5 * turned(1).statistic(), jump + " and " + turned(1).statistic());
    }

    @Test
    void aMonthInWhichEverybodyErredWidelyWeighsLess() {
        Random random = new Random(8);
        double restless = seen((i, p, m, value) -> {
                    double turn = isIt(i, p) ? Math.exp(NOISE * Math.max(0, m - REVIEW + Turns.MONTHS)) : 1;
                    double all = m >= REVIEW - 1 ? Math.exp(4 * NOISE * random.nextGaussian()) : 1;
                    return value * turn * (isIt(i, p) ? 1 : all);
                })
                .statistic();

        assertTrue(
                restless < 0.75 * turned(1).statistic(),
                restless + " and " + turned(1).statistic());
    }

    @Test
    void aTurnIsOwnOnlyToTheSideToWhichTheSegmentItselfErred() {
        Turns turns = turned(1.5).turns();

        assertTrue(turns.isOwn(SEGMENT, REVIEW, 1));
        assertFalse(turns.isOwn(SEGMENT, REVIEW, -1));
        assertFalse(turned(0).turns().isOwn(SEGMENT, REVIEW, 1), "its errors were as usual");
    }

    @Test
    void whereNothingHappensNoTurnIsLikelyOnTheWhole() {
        Turns turns = turned(0).turns();
        int likely = 0;
        int segments = AlertScenes.INDUSTRIES * AlertScenes.PROVINCES;
        for (int s = 0; s < segments; s++) {
            likely += Math.abs(turns.statistic(s, REVIEW)) > 3 ? 1 : 0;
        }
        assertTrue(likely <= segments / 20, likely + " of " + segments);
        assertEquals(Double.NaN, turns.statistic(0, Turns.MONTHS - 1), "too early");
    }
}
