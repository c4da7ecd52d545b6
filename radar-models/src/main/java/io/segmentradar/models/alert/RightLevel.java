package io.segmentradar.models.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the level at which to speak: of unusual figures with one cause, one is raised and the others are folded under
 * it.
 *
 * <p>A node explains one inside it if the rest of the wider node erred alike: the inner one's growth error less that of
 * the wider one without it is not unusual (two-sided 5 %). A node explains one that is not inside it if what the latter
 * has outside the former is not unusual. So an industry-wide fall is the industry's, the fall of one large segment is
 * that segment's though its industry shows it, and a child that moves beyond its parent stands for itself.
 */
final class RightLevel {
    private static final double UNUSUAL = 0.05;
    private static final double LARGEST_REST = 0.5;

    private final List<LevelScores> levels;
    private final Calibration calibration;

    RightLevel(List<LevelScores> levels, Calibration calibration) {
        this.levels = levels;
        this.calibration = calibration;
    }

    /**
     * @param share of the folded figure that the parent explains, in (0, 1]
     */
    record Fold(Finding parent, double share) {}

    /** The folded findings with their parents; parents are never folded themselves. */
    Map<Finding, Fold> fold(List<Finding> findings) {
        Map<Finding, Map<Finding, Double>> explained = new LinkedHashMap<>();
        for (Finding parent : findings) {
            Map<Finding, Double> shares = new LinkedHashMap<>();
            for (Finding child : findings) {
                double share = parent == child ? 0 : share(parent, child);
                if (share > 0) {
                    shares.put(child, share);
                }
            }
            if (!shares.isEmpty()) {
                explained.put(parent, shares);
            }
        }
        return takeGreedily(explained);
    }

    /** The one that explains most is raised first; what it explains can raise nothing itself. */
    private static Map<Finding, Fold> takeGreedily(Map<Finding, Map<Finding, Double>> explained) {
        Map<Finding, Fold> folds = new LinkedHashMap<>();
        Set<Finding> open = new LinkedHashSet<>(explained.keySet());
        while (!open.isEmpty()) {
            Finding best = null;
            long most = 0;
            for (Finding candidate : open) {
                long count = explained.get(candidate).keySet().stream()
                        .filter(child -> !folds.containsKey(child))
                        .count();
                if (count > most) {
                    best = candidate;
                    most = count;
                }
            }
            if (best == null) {
                break;
            }
            open.remove(best);
            for (Map.Entry<Finding, Double> child : explained.get(best).entrySet()) {
                Finding parent = best;
                if (isFree(child.getKey(), folds)) {
                    folds.computeIfAbsent(child.getKey(), c -> new Fold(parent, child.getValue()));
                    open.remove(child.getKey());
                }
            }
        }
        return folds;
    }

    private static boolean isFree(Finding child, Map<Finding, Fold> folds) {
        return folds.values().stream().noneMatch(fold -> fold.parent() == child);
    }

    private double share(Finding parent, Finding child) {
        if (!parent.kpi().equals(child.kpi()) || parent.isUp() != child.isUp() || parent.isTurn() != child.isTurn()) {
            return 0;
        }
        int[] inside = parent.level().view().segmentsOf(parent.node());
        int[] own = child.level().view().segmentsOf(child.node());
        int[] both = common(inside, own);
        if (both.length == 0) {
            return 0;
        }
        if (child.isTurn()) {
            boolean nested = both.length == Math.min(inside.length, own.length);
            return nested && parent.surprise() <= child.surprise() ? 1 : 0;
        }
        if (child.score() == 0) {
            return 0;
        }
        return both.length == own.length ? alikeOutside(parent, child) : quietOutside(child, both);
    }

    /** The child lies inside: does the rest of the parent move as the child does? */
    private double alikeOutside(Finding parent, Finding child) {
        if (parent.errors().kpi().kind().isSigned()) {
            return 0;
        }
        double restActual = parent.actual() - child.actual();
        double restExpected = parent.expected() - child.expected();
        if (Math.min(restActual, restExpected) <= 0 || Math.min(child.actual(), child.expected()) <= 0) {
            return 0;
        }
        double rest = Math.log(restActual / restExpected);
        double own = Math.log(child.actual() / child.expected());
        double share = rest / own;
        return share > LARGEST_REST && !isUnusual(child, own - rest, own) ? Math.min(1, share) : 0;
    }

    /** The child reaches beyond: is anything unusual in what lies beyond? */
    private double quietOutside(Finding child, int[] both) {
        Errors segments = segmentErrors(child);
        double shared = 0;
        for (int s : both) {
            shared += segments.residual(s, child.review());
        }
        double own = child.errors().growth(child.node(), child.actual(), child.expected());
        double rest = child.errors().growth(child.node(), child.actual() - shared, child.expected());
        double share = 1 - Math.abs(rest / own);
        return share > LARGEST_REST && !isUnusual(child, rest, own) ? share : 0;
    }

    private boolean isUnusual(Finding child, double error, double own) {
        double score = child.score() * error / own;
        return calibration.moveOfAnyMoney(score, child.level().view().sizeClass(child.node())) < UNUSUAL;
    }

    private Errors segmentErrors(Finding finding) {
        LevelScores segments = levels.stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
        return segments.kpis().stream()
                .map(Scores::errors)
                .filter(errors -> errors.kpi().id().equals(finding.kpi()))
                .findFirst()
                .orElseThrow();
    }

    /** What two ascending lists have in common. */
    private static int[] common(int[] a, int[] b) {
        List<Integer> both = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                both.add(a[i]);
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both.stream().mapToInt(Integer::intValue).toArray();
    }
}
