package io.segmentradar.models.conformal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CoverageTrackerTest {
    private static final int NODES = 200;

    /** Half the width of the interval that covers 90 % of standard normal errors. */
    private static final double WIDTH = 1.645;

    @Test
    void nothingIsStretchedBeforeAMonthIsKnown() {
        CoverageTracker tracker = new CoverageTracker();
        assertEquals(1, tracker.stretch());
        tracker.learn(0, 0, 0);
        assertEquals(1, tracker.stretch());
    }

    @Test
    void steadyErrorsLeaveIntervalsAsTheyAre() {
        Course course = new Course(new Random(1), 60, month -> 1);
        assertEquals(0.9, course.covered(12), 0.01);
        assertTrue(course.widest < 1.08 && course.narrowest > 0.92, course.narrowest + " .. " + course.widest);
    }

    @Test
    void aWorldThatGrowsRestlessIsCoveredAgain() {
        Course course = new Course(new Random(2), 60, month -> month < 24 ? 1 : 1.4);
        double untouched = 0.76;
        assertTrue(course.covered(30) > untouched + 0.06, () -> "covered " + course.covered(30));
    }

    @Test
    void whatWasLearnedFades() {
        CoverageTracker tracker = new CoverageTracker();
        for (int month = 0; month < 12; month++) {
            tracker.learn(NODES, 60, 60);
        }
        double then = tracker.stretch();
        for (int month = 0; month < 12; month++) {
            tracker.learn(NODES, 20, 20);
        }
        assertTrue(then > 1.2, () -> "" + then);
        assertTrue(tracker.stretch() < 1 + 0.1 * (then - 1), () -> "" + tracker.stretch());
    }

    @Test
    void sharesThatScatterFromMonthToMonthAreTrustedLess() {
        CoverageTracker calm = new CoverageTracker();
        CoverageTracker torn = new CoverageTracker();
        for (int month = 0; month < 18; month++) {
            calm.learn(NODES, 20, 20);
            torn.learn(NODES, month % 2 * 40, month % 2 * 40);
        }
        double before = torn.stretch();
        calm.learn(NODES, 60, 60);
        torn.learn(NODES, 60, 60);
        assertTrue(calm.stretch() > 1.08, () -> "" + calm.stretch());
        assertTrue(torn.stretch() / before < 1.05, () -> "" + torn.stretch() / before);
    }

    @Test
    void theStretchStaysBetweenTwoThirdsAndThreeHalves() {
        CoverageTracker all = new CoverageTracker();
        CoverageTracker none = new CoverageTracker();
        for (int month = 0; month < 100; month++) {
            all.learn(NODES, NODES, NODES);
            none.learn(NODES, 0, 0);
        }
        assertEquals(1.5, all.stretch(), 1e-12);
        assertTrue(none.stretch() >= 2.0 / 3 && none.stretch() < 0.7, () -> "" + none.stretch());
    }

    private interface Restlessness {
        double at(int month);
    }

    /** Months of normal errors whose intervals are stretched by what the months before taught. */
    private static final class Course {
        private final double[] inside;
        private double narrowest = 1;
        private double widest = 1;

        Course(Random random, int months, Restlessness restlessness) {
            inside = new double[months];
            CoverageTracker tracker = new CoverageTracker();
            for (int month = 0; month < months; month++) {
                double stretch = tracker.stretch();
                narrowest = Math.min(narrowest, stretch);
                widest = Math.max(widest, stretch);
                int missed = 0;
                int unstretched = 0;
                for (int node = 0; node < NODES; node++) {
                    double error = Math.abs(restlessness.at(month) * random.nextGaussian());
                    missed += error > stretch * WIDTH ? 1 : 0;
                    unstretched += error > WIDTH ? 1 : 0;
                }
                inside[month] = 1 - (double) missed / NODES;
                tracker.learn(NODES, missed, unstretched);
            }
        }

        double covered(int from) {
            double sum = 0;
            for (int month = from; month < inside.length; month++) {
                sum += inside[month];
            }
            return sum / (inside.length - from);
        }
    }
}
