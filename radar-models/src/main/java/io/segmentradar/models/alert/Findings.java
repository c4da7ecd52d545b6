package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.panel.PanelColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The month's family of tests: every KPI of every node that has enough customers, history and money to be worth a
 * word. Which tests belong is decided by what was known before the month, never by its outcome.
 *
 * @param tests size of the family
 * @param unusual those with a tail probability below {@link #KEPT}, most unusual first
 */
record Findings(int tests, List<Finding> unusual) {
    /** What is less unusual than the 90 % interval is of no interest. */
    static final double KEPT = 0.1;

    Findings {
        unusual = List.copyOf(unusual);
    }

    static Findings of(AlertContext context) {
        List<LevelScores> levels = LevelScores.all(context);
        Calibration calibration = new Calibration(levels);
        List<Finding> found = new ArrayList<>();
        int tests = 0;
        for (LevelScores level : levels) {
            for (Scores scores : level.kpis()) {
                tests += new KpiTests(level, scores, calibration, context.policy()).run(found);
            }
        }
        found.sort(Comparator.comparingDouble(Finding::surprise)
                .thenComparing(Comparator.comparingDouble(Finding::impact).reversed()));
        return new Findings(tests, found);
    }

    /** Tests of one KPI at one level. */
    private static final class KpiTests {
        private final LevelScores level;
        private final Scores scores;
        private final Calibration calibration;
        private final AlertPolicy policy;
        private final int review;
        private final PanelColumn actual;
        private int tests;

        KpiTests(LevelScores level, Scores scores, Calibration calibration, AlertPolicy policy) {
            this.level = level;
            this.scores = scores;
            this.calibration = calibration;
            this.policy = policy;
            this.review = level.view().review();
            this.actual = level.view().panel().column(scores.errors().kpi().id());
        }

        int run(List<Finding> found) {
            for (int node = 0; node < level.view().size(); node++) {
                if (isEligible(node)) {
                    jump(node, found);
                    turn(node, found);
                }
            }
            return tests;
        }

        private boolean isEligible(int node) {
            Errors.Shape shape = scores.errors().shape(node, review);
            if (shape == Errors.Shape.NONE
                    || shape == Errors.Shape.REST
                    || level.view().customers(node, review - 1) < policy.minCustomers()) {
                return false;
            }
            return stake(node) >= floor();
        }

        private double floor() {
            return policy.floor(level.view().id(), scores.errors().kpi().id());
        }

        /** The most that the KPI has lately been worth at this node, as known before the month under review. */
        private double stake(int node) {
            double most = 0;
            for (int m = Math.max(0, review - 3); m < review; m++) {
                double size = Math.abs(actual.orNaN(node, m));
                most = Math.max(most, Double.isNaN(size) ? 0 : size);
            }
            return most;
        }

        private void jump(int node, List<Finding> found) {
            int size = level.view().sizeClass(node);
            Errors.Shape shape = scores.errors().shape(node, review);
            double score = scores.score(node, review);
            if (shape == Errors.Shape.MOVE && Double.isNaN(score)) {
                return;
            }
            double surprise = switch (shape) {
                case STOP -> calibration.stop(size);
                case START -> calibration.start(size);
                default -> calibration.move(score, size, level.inCompany(scores, node, review));
            };
            Finding finding = new Finding(level, scores, node, AlertType.DROP, surprise, 0);
            double residual = finding.residual();
            AlertType type = residual < 0 ? AlertType.DROP : AlertType.SPIKE;
            keep(new Finding(level, scores, node, type, surprise, Math.abs(residual)), found);
        }

        /** A trend has turned if the forecasts erred to one side for months, none of them sharply. */
        private void turn(int node, List<Finding> found) {
            double statistic = LevelScores.turn(scores, node, review);
            if (Double.isNaN(statistic)) {
                return;
            }
            double path = 0;
            boolean sharp = false;
            for (int m = review; m > review - LevelScores.TURN_MONTHS; m--) {
                path += actual.value(node, m) - forecastOf(node, m);
                sharp |= scores.isLoud(node, m);
            }
            double surprise = calibration.turn(statistic, level.view().sizeClass(node));
            if (sharp || surprise > policy.inflectionLevel()) {
                tests++;
                return;
            }
            keep(new Finding(level, scores, node, AlertType.INFLECTION, surprise, Math.abs(path)), found);
        }

        private double forecastOf(int node, int month) {
            var table = scores.errors().made(month);
            return table.point(table.nodes().row(level.view().nodes().id(node)).orElseThrow());
        }

        private void keep(Finding finding, List<Finding> found) {
            tests++;
            if (finding.surprise() <= KEPT && finding.impact() >= floor()) {
                found.add(finding);
            }
        }
    }
}
