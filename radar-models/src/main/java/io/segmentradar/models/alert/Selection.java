package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import io.segmentradar.models.alert.fdr.FalseDiscovery;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Which findings are raised: those that the rate admits, or as many as the budget allows. Folded ones are raised with
 * their parent and cost nothing. Of a budget most places go to what is most unusual and some to the segments in which most
 * money stands to be lost, which is often in the largest and there seldom the most unusual.
 *
 * @param falseShares every unusual finding with its q-value
 * @param raised those that stand for themselves, most unusual first and then those that are costly
 * @param folds those that are told as part of a raised one
 */
record Selection(Map<Finding, Double> falseShares, List<Finding> raised, Map<Finding, RightLevel.Fold> folds) {
    /** Folding looks this many times further than the budget, so that one cause does not use it up. */
    private static final int LOOK_FURTHER = 8;
    /** Part of a budget that goes by expected loss. */
    private static final double COSTLY_PART = 0.2;
    /** Parts of a false-discovery rate that turned trends may have, the usual one first. */
    private static final double[] TURN_PARTS = {0.05, 0.25, 0.5, 0.75, 0.95};
    /** So many segments at least must another division speak of: a single one is what chance does. */
    private static final int LEAST_SPOKEN_OF = 2;

    static Selection of(Findings findings, AlertSelection asked) {
        AlertSelection rule = findings.settled(asked);
        Map<Finding, Double> falseShares = falseShares(findings, rule);
        List<Finding> candidates = findings.unusual().stream()
                .filter(finding ->
                        !(rule instanceof FalseDiscoveryRate rate) || falseShares.get(finding) <= rate.rate())
                .sorted(Comparator.comparingDouble(falseShares::get))
                .limit(rule instanceof Budget budget ? (long) LOOK_FURTHER * budget.alerts() : Long.MAX_VALUE)
                .toList();
        Map<Finding, RightLevel.Fold> folds =
                new RightLevel(findings.levels(), findings.calibration()).fold(candidates);
        Set<Finding> raised = new LinkedHashSet<>();
        if (rule instanceof Budget budget) {
            raise(raised, candidates, folds, budget.alerts() - (int) (COSTLY_PART * budget.alerts()));
            raise(raised, costly(findings, falseShares), folds, budget.alerts());
        } else {
            raise(raised, candidates, folds, Integer.MAX_VALUE);
        }
        Map<Finding, RightLevel.Fold> told = new LinkedHashMap<>(folds);
        told.values().removeIf(fold -> !raised.contains(fold.parent()));
        return new Selection(falseShares, List.copyOf(raised), told);
    }

    /**
     * Raises as many as there is room for, in the given order. What a wider figure explains stands for itself until that
     * one is raised too: where there is no room for the whole, its most unusual part is not lost with it.
     */
    private static void raise(
            Set<Finding> raised, List<Finding> candidates, Map<Finding, RightLevel.Fold> folds, int room) {
        for (Finding finding : candidates) {
            RightLevel.Fold fold = folds.get(finding);
            boolean isTold = fold != null && raised.contains(fold.parent());
            if (!isTold && raised.size() < room) {
                raised.removeIf(
                        part -> folds.containsKey(part) && folds.get(part).parent() == finding);
                raised.add(finding);
            }
        }
    }

    /** Unusual figures of segments, those of the largest expected loss first. */
    private static List<Finding> costly(Findings findings, Map<Finding, Double> falseShares) {
        return findings.unusual().stream()
                .filter(finding -> finding.level().view().isSegment())
                .sorted(Comparator.comparingDouble(finding -> (falseShares.get(finding) - 1) * finding.impact()))
                .toList();
    }

    /**
     * Under a rate jumps and turns are one family, weighted so that each kind has its part of the rate whatever its
     * number of tests, and each test its {@link PriorWeight} within its kind (Genovese, Roeder and Wasserman 2006): what
     * one kind finds also lowers the bar for the other. The parts follow the data (Ignatiadis and Huber 2021): jumps have
     * almost all of the rate unless some other division speaks of more segments and of two at least. So where nothing
     * happened, only two mistakes at once can choose another division. Under a budget nothing is to be kept and each kind is a family of its own.
     */
    private static Map<Finding, Double> falseShares(Findings findings, AlertSelection rule) {
        if (!(rule instanceof FalseDiscoveryRate rate)) {
            return unweighted(findings);
        }
        Map<Finding, Double> best = weighted(findings, TURN_PARTS[0], rate.dependence());
        long most = Math.max(LEAST_SPOKEN_OF, admitted(best, rate) + 1);
        for (int i = 1; i < TURN_PARTS.length; i++) {
            Map<Finding, Double> other = weighted(findings, TURN_PARTS[i], rate.dependence());
            if (admitted(other, rate) >= most) {
                best = other;
                most = admitted(other, rate) + 1;
            }
        }
        return best;
    }

    /** Segments of which something is admitted: what one of them did shows in its aggregates and is one thing. */
    private static long admitted(Map<Finding, Double> falseShares, FalseDiscoveryRate rate) {
        return falseShares.entrySet().stream()
                .filter(entry -> entry.getValue() <= rate.rate()
                        && entry.getKey().level().view().isSegment())
                .map(entry -> entry.getKey().node())
                .distinct()
                .count();
    }

    private static Map<Finding, Double> unweighted(Findings findings) {
        Map<Finding, Double> shares = new LinkedHashMap<>();
        for (boolean turns : new boolean[] {false, true}) {
            List<Finding> kind = findings.unusual().stream()
                    .filter(finding -> finding.isTurn() == turns)
                    .toList();
            int tests = (turns ? findings.turns() : findings.jumps()).tests();
            shares.putAll(qValues(kind, Finding::surprise, tests, Dependence.POSITIVE));
        }
        return shares;
    }

    /** Tail probabilities are divided by the weight of their test; the weights of all tests have mean 1. */
    private static Map<Finding, Double> weighted(Findings findings, double turnPart, Dependence dependence) {
        int tests = findings.jumps().tests() + findings.turns().tests();
        double ofTurn = findings.turns().weight() / (turnPart * tests);
        double ofJump = findings.jumps().weight() / ((1 - turnPart) * tests);
        return qValues(
                findings.unusual(),
                finding -> finding.surprise() / finding.weight() * (finding.isTurn() ? ofTurn : ofJump),
                tests,
                dependence);
    }

    private static Map<Finding, Double> qValues(
            List<Finding> findings, ToDoubleFunction<Finding> probability, int tests, Dependence dependence) {
        List<Finding> family = findings.stream()
                .sorted(Comparator.comparingDouble(probability))
                .toList();
        double[] q =
                FalseDiscovery.qValues(family.stream().mapToDouble(probability).toArray(), tests, dependence);
        Map<Finding, Double> shares = new LinkedHashMap<>();
        for (int i = 0; i < q.length; i++) {
            shares.put(family.get(i), q[i]);
        }
        return shares;
    }
}
