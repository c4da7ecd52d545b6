package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.RelativeBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The month's family of tests: every KPI of every node that has enough customers, history and money to be worth a
 * word. Which tests belong is decided by what was known before the month, never by its outcome.
 *
 * @param segments number of segments with customers within the year before
 * @param jumps tests for a jump
 * @param turns tests for a turned trend
 * @param unusual those with a tail probability of at most {@link #KEPT}, most unusual first
 * @param heldBack what policies keep from being raised
 */
record Findings(
        List<LevelScores> levels,
        Calibration calibration,
        int segments,
        Family jumps,
        Family turns,
        List<Finding> unusual,
        List<HeldBack> heldBack) {
    /** What is less unusual than the 90 % interval is of no interest. */
    static final double KEPT = 0.1;

    Findings {
        unusual = List.copyOf(unusual);
        heldBack = List.copyOf(heldBack);
    }

    static Findings of(AlertContext context) {
        return of(context, OlderForecasts.of(context));
    }

    /**
     * @param older for tests of several months to share
     */
    static Findings of(AlertContext context, OlderForecasts older) {
        List<LevelScores> levels = LevelScores.all(context, older);
        Calibration calibration = new Calibration(levels, context.policy());
        List<Finding> found = new ArrayList<>();
        List<HeldBack> heldBack = new ArrayList<>();
        Family jumps = new Family();
        Family turns = new Family();
        for (LevelScores level : levels) {
            for (Scores scores : level.kpis()) {
                KpiTests tests = new KpiTests(level, scores, calibration, context.policy(), found, heldBack);
                tests.run();
                jumps.add(tests.jumps());
                turns.add(tests.turns());
            }
        }
        List<Finding> raisable = new Guardrails(levels).filter(found, heldBack);
        raisable.sort(Comparator.comparingDouble(Finding::surprise)
                .thenComparing(Comparator.comparingDouble(Finding::impact).reversed()));
        return new Findings(levels, calibration, segments(levels), jumps, turns, raisable, heldBack);
    }

    private static int segments(List<LevelScores> levels) {
        return levels.stream()
                .map(LevelScores::view)
                .filter(LevelView::isSegment)
                .mapToInt(LevelView::alive)
                .sum();
    }

    /** What a selection means in this month: a budget that follows the size of the bank is a number now. */
    AlertSelection settled(AlertSelection asked) {
        return asked instanceof RelativeBudget budget ? budget.of(segments) : asked;
    }
}
