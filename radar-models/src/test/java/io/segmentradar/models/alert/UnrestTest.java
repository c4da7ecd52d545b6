package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Errors of 80 segments in 24 months, and what one month of them is made to be. */
class UnrestTest {
    private static final int REVIEW = AlertScenes.MONTHS - 1;
    private static final int NODES = AlertScenes.INDUSTRIES * AlertScenes.PROVINCES;
    private static final int SEGMENT = 3 * AlertScenes.PROVINCES + 5;
    private static final double BELIEVED = NODES / (NODES + 20.0);

    private static final LevelScores SEGMENTS = segments((i, p, m, value) -> value);

    private static LevelScores segments(AlertScenes.Event event) {
        return LevelScores.all(
                        AlertScenes.context(AlertScenes.panel(6, 0.03, event), AlertScenes.policy()),
                        OlderForecasts.NONE)
                .stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
    }

    /** Evenly spread errors around 0, of which those of the month under review are what {@code last} makes of them. */
    private static double ofLastMonth(UsualError.Cells last) {
        UsualError.Cells cells = (node, m) -> m == REVIEW ? last.at(node, m) : even(node);
        return new Unrest(SEGMENTS.view(), cells).at(REVIEW);
    }

    private static double even(int node) {
        return (node - (NODES - 1) / 2.0) / NODES;
    }

    @Test
    void errorsThatSpreadTwiceAsFarMakeAMonthTwiceAsRestlessAsFarAsSoManyNodesAreBelieved() {
        assertEquals(Math.pow(2, BELIEVED), ofLastMonth((node, m) -> 2 * even(node)), 0.06);
        assertEquals(Math.pow(3, BELIEVED), ofLastMonth((node, m) -> 50 * even(node)), 1e-9);
    }

    @Test
    void aQuietMonthMakesNoErrorLarger() {
        assertEquals(1, ofLastMonth((node, m) -> 0.1 * even(node)), 0);
    }

    @Test
    void aFewThatChangeDoNotMakeAMonthRestless() {
        double few = ofLastMonth((node, m) -> node % 20 == 0 ? 30 : even(node));

        assertTrue(few < 1.1, "unrest " + few);
    }

    @Test
    void whatMovesAllAlikeIsNoUnrest() {
        assertEquals(1, ofLastMonth((node, m) -> 8 + even(node)), 0.02);
    }

    @Test
    void ofFewNodesNothingIsKnown() {
        assertEquals(1, ofLastMonth((node, m) -> node < 19 ? 9 * even(node) : Double.NaN), 0);
    }

    @Test
    void aJumpIsLessOfASurpriseWhereEverybodyErrs() {
        AlertScenes.Event jump = (i, p, m, value) ->
                m == REVIEW && i * AlertScenes.PROVINCES + p == SEGMENT ? value * Math.exp(0.3) : value;
        Random random = new Random(9);
        AlertScenes.Event restless = (i, p, m, value) -> jump.apply(i, p, m, value)
                * (m == REVIEW && i * AlertScenes.PROVINCES + p != SEGMENT
                        ? Math.exp(0.06 * random.nextGaussian())
                        : 1);
        double usual = scoreOf(segments(jump));
        double among = scoreOf(segments(restless));

        assertTrue(among < 0.75 * usual, among + " and " + usual);
        assertTrue(among > usual / 3, among + " and " + usual);
    }

    private static double scoreOf(LevelScores segments) {
        return segments.kpis().get(0).score(SEGMENT, REVIEW);
    }
}
