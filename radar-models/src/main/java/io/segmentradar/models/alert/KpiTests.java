package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Guardrail;
import java.util.List;

/** The tests of one KPI at one level in the month under review. */
final class KpiTests {
    /** What would have been this unusual is worth keeping with the label of the policy that held it back. */
    private static final double WORTH_A_LABEL = 0.001;

    private final LevelScores level;
    private final Scores scores;
    private final Errors errors;
    private final Calibration calibration;
    private final AlertPolicy policy;
    private final Eligibility eligibility;
    private final int review;
    private final List<Finding> found;
    private final List<HeldBack> heldBack;
    private final Family jumps = new Family();
    private final Family turns = new Family();

    KpiTests(
            LevelScores level,
            Scores scores,
            Calibration calibration,
            AlertPolicy policy,
            List<Finding> found,
            List<HeldBack> heldBack) {
        this.level = level;
        this.scores = scores;
        this.errors = scores.errors();
        this.calibration = calibration;
        this.policy = policy;
        this.eligibility = new Eligibility(level.view(), errors, policy);
        this.review = level.view().review();
        this.found = found;
        this.heldBack = heldBack;
    }

    void run() {
        for (int node = 0; node < level.view().size(); node++) {
            Errors.Shape shape = errors.shape(node, review);
            boolean testable = shape != Errors.Shape.NONE && shape != Errors.Shape.REST;
            if (testable && eligibility.isWorthwhile(node, review)) {
                Guardrail guardrail = guardrail(node);
                if (guardrail == null) {
                    jump(node);
                    turn(node);
                } else {
                    label(node, guardrail);
                }
            }
        }
    }

    /** Tests for a jump. */
    Family jumps() {
        return jumps;
    }

    /** Tests for a turned trend. */
    Family turns() {
        return turns;
    }

    /** Why a figure is not tested, as known before the month; null if it is tested. */
    private Guardrail guardrail(int node) {
        if (!eligibility.hasCustomers(node, review)) {
            return Guardrail.SMALL_CELL;
        }
        return scores.isCold(node) ? Guardrail.COLD_START : null;
    }

    private double floor() {
        return eligibility.floor();
    }

    private void jump(int node) {
        Finding finding = jumpOf(node, scores.score(node, review));
        jumps.add(finding.weight());
        keep(finding);
        double withCalendar = scores.scoreWithCalendar(node);
        if (finding.surprise() > Findings.KEPT && withCalendar != finding.score()) {
            Finding apparent = jumpOf(node, withCalendar);
            if (isWorthALabel(apparent)) {
                heldBack.add(new HeldBack(apparent, Guardrail.CALENDAR));
            }
        }
    }

    private void label(int node, Guardrail guardrail) {
        Finding finding = jumpOf(node, scores.score(node, review));
        if (isWorthALabel(finding)) {
            heldBack.add(new HeldBack(finding, guardrail));
        }
    }

    private boolean isWorthALabel(Finding finding) {
        return finding.surprise() <= WORTH_A_LABEL && finding.impact() >= floor();
    }

    private Finding jumpOf(int node, double score) {
        int size = level.view().sizeClass(node);
        boolean stopped = false;
        double surprise;
        switch (errors.shape(node, review)) {
            case STOP -> {
                surprise = calibration.stop(size);
                stopped = level.view().isSegment() && level.view().customers(node, review) == 0;
            }
            case START -> surprise = calibration.start(size);
            default -> surprise = calibration.move(score, size, level.inCompany(scores, node, review));
        }
        double residual = errors.residual(node, review);
        AlertType direction = residual < 0 ? AlertType.DROP : AlertType.SPIKE;
        return new Finding(
                level,
                scores,
                node,
                stopped ? AlertType.DORMANCY : direction,
                Double.isNaN(score) ? 0 : score,
                surprise,
                Math.abs(residual),
                PriorWeight.of(errorsNeeded(node)));
    }

    private double errorsNeeded(int node) {
        return eligibility.errorsNeeded(node, review, scores.usualError(node));
    }

    /** A trend has turned if the forecasts erred to one side for months; a sharp last month is a jump, told as such. */
    private void turn(int node) {
        double statistic = level.turn(scores, node, review);
        if (Double.isNaN(statistic)) {
            return;
        }
        double surprise = calibration.turn(statistic, level.view().sizeClass(node));
        double weight = PriorWeight.of(errorsNeeded(node) / Turns.ERRORS);
        turns.add(weight);
        if (!scores.isLoud(node, review)
                && level.turns().get(scores).isOwn(node, review, statistic)
                && surprise <= policy.inflectionLevel()) {
            keep(new Finding(
                    level,
                    scores,
                    node,
                    AlertType.INFLECTION,
                    statistic,
                    surprise,
                    Math.abs(eligibility.path(node, review)),
                    weight));
        }
    }

    private void keep(Finding finding) {
        if (finding.surprise() <= Findings.KEPT && finding.impact() >= floor()) {
            found.add(finding);
        }
    }
}
