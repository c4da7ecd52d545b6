package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.models.alert.fdr.FalseDiscovery;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** Part of a false-discovery rate that is meant for jumps; the rest is for turned trends, of which it finds few. */
    private static final double JUMP_PART = 0.95;

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
     * Jumps and turns are one family, weighted so that each kind has its part of the rate whatever its number of tests
     * (Genovese, Roeder and Wasserman 2006): what one kind finds also lowers the bar for the other.
     */
    private static Map<Finding, Double> falseShares(Findings findings, AlertSelection rule) {
        Dependence dependence = rule instanceof FalseDiscoveryRate rate ? rate.dependence() : Dependence.POSITIVE;
        int tests = findings.jumps() + findings.turns();
        List<Finding> family = findings.unusual().stream()
                .sorted(Comparator.comparingDouble(finding -> weighted(finding, findings)))
                .toList();
        double[] ascending = family.stream()
                .mapToDouble(finding -> weighted(finding, findings))
                .toArray();
        double[] q = FalseDiscovery.qValues(ascending, tests, dependence);
        Map<Finding, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < q.length; i++) {
            shares.put(family.get(i), q[i]);
        }
        return shares;
    }

    /** Tail probability divided by the weight of its kind; the weights of all tests have mean 1. */
    private static double weighted(Finding finding, Findings findings) {
        double tests = finding.isTurn() ? findings.turns() : findings.jumps();
        double part = finding.isTurn() ? 1 - JUMP_PART : JUMP_PART;
        return finding.surprise() * tests / (part * (findings.jumps() + findings.turns()));
    }
}
