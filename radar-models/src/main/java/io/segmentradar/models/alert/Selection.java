package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.models.alert.fdr.FalseDiscovery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which findings are raised: those that the rate admits, or as many as the budget allows. Folded ones are raised with
 * their parent and cost nothing.
 *
 * @param falseShares every unusual finding with its q-value
 * @param raised those that stand for themselves, most unusual first
 * @param folds those that are told as part of a raised one
 */
record Selection(Map<Finding, Double> falseShares, List<Finding> raised, Map<Finding, RightLevel.Fold> folds) {
    /** Folding looks this many times further than the budget, so that one cause does not use it up. */
    private static final int LOOK_FURTHER = 8;
    /** Parts of a false-discovery rate that jumps and turns may use; the rest is kept in reserve for lasting shifts. */
    private static final double JUMP_PART = 0.8;

    private static final double TURN_PART = 0.1;

    static Selection of(Findings findings, AlertSelection rule) {
        Map<Finding, Double> falseShares = falseShares(findings, rule);
        List<Finding> candidates = findings.unusual().stream()
                .filter(finding ->
                        !(rule instanceof FalseDiscoveryRate rate) || falseShares.get(finding) <= rate.rate())
                .limit(rule instanceof Budget budget ? (long) LOOK_FURTHER * budget.alerts() : Long.MAX_VALUE)
                .toList();
        Map<Finding, RightLevel.Fold> folds =
                new RightLevel(findings.levels(), findings.calibration()).fold(candidates);
        List<Finding> raised = new ArrayList<>();
        for (Finding finding : candidates) {
            boolean room = !(rule instanceof Budget budget) || raised.size() < budget.alerts();
            if (room && !folds.containsKey(finding)) {
                raised.add(finding);
            }
        }
        Map<Finding, RightLevel.Fold> told = new LinkedHashMap<>(folds);
        told.values().removeIf(fold -> !raised.contains(fold.parent()));
        return new Selection(falseShares, raised, told);
    }

    /**
     * Jumps and turns are families of their own that share the rate: whatever their dependence, the rate of both
     * together is at most the sum of the two.
     */
    private static Map<Finding, Double> falseShares(Findings findings, AlertSelection rule) {
        Map<Finding, Double> shares = new LinkedHashMap<>();
        addShares(findings, rule, false, findings.jumps(), JUMP_PART, shares);
        addShares(findings, rule, true, findings.turns(), TURN_PART, shares);
        return shares;
    }

    private static void addShares(
            Findings findings,
            AlertSelection rule,
            boolean turns,
            int tests,
            double part,
            Map<Finding, Double> shares) {
        Dependence dependence = rule instanceof FalseDiscoveryRate rate ? rate.dependence() : Dependence.POSITIVE;
        List<Finding> family = findings.unusual().stream()
                .filter(finding -> finding.isTurn() == turns)
                .toList();
        double[] ascending = family.stream().mapToDouble(Finding::surprise).toArray();
        double[] q = FalseDiscovery.qValues(ascending, tests, dependence);
        for (int i = 0; i < q.length; i++) {
            shares.put(family.get(i), Math.min(1, q[i] / part));
        }
    }
}
