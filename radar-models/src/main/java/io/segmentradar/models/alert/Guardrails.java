package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies that look at an unusual figure beside its neighbours: broken input, moved customers, one stop told once. */
final class Guardrails {
    private static final int MIN_SEGMENTS = 20;
    /** Share of the segments that stop, or jump to one side, from which the input is to blame. */
    private static final double DEFECT_SHARE = 0.5;

    private static final double DEFECT_SCORE = 2;
    /** What the larger of two opposite jumps may keep once the smaller is taken off, for customers to have moved. */
    private static final double UNMATCHED = 0.35;

    private final LevelScores segments;

    Guardrails(List<LevelScores> levels) {
        segments = levels.stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
    }

    /** The findings that may be raised, modifiable; those that may not are added to {@code heldBack}. */
    List<Finding> filter(List<Finding> found, List<HeldBack> heldBack) {
        Set<String> defects = defects();
        Moves moves = new Moves(segments);
        List<Finding> raisable = new ArrayList<>();
        Map<Integer, Finding> dormant = new HashMap<>();
        for (Finding finding : found) {
            boolean bank = finding.level().view().id().equals(SegmentHierarchy.BANK);
            if (defects.contains(finding.kpi()) && !bank) {
                heldBack.add(new HeldBack(finding, Guardrail.DATA_DEFECT));
            } else if (finding.type() == AlertType.DORMANCY) {
                dormant.merge(finding.node(), finding, Guardrails::larger);
            } else if (moves.explains(finding)) {
                heldBack.add(new HeldBack(finding, Guardrail.CUSTOMERS_MOVED));
            } else {
                raisable.add(finding);
            }
        }
        dormant.values().stream().sorted(Comparator.comparingInt(Finding::node)).forEach(raisable::add);
        return raisable;
    }

    private static Finding larger(Finding a, Finding b) {
        return a.impact() >= b.impact() ? a : b;
    }

    /** KPIs whose column seems to be missing or shifted for the whole bank. */
    private Set<String> defects() {
        Set<String> defects = new HashSet<>();
        for (Scores scores : segments.kpis()) {
            if (isDefect(scores)) {
                defects.add(scores.errors().kpi().id());
            }
        }
        return defects;
    }

    private boolean isDefect(Scores scores) {
        int review = segments.view().review();
        int[] counts = new int[4];
        for (int s = 0; s < segments.view().size(); s++) {
            double score = scores.score(s, review);
            switch (scores.errors().shape(s, review)) {
                case STOP -> counts[1]++;
                case MOVE -> counts[score > DEFECT_SCORE ? 2 : score < -DEFECT_SCORE ? 3 : 0]++;
                case START, REST, NONE -> {
                    // A KPI that the segment did not have says nothing about the input.
                }
            }
        }
        int all = counts[0] + counts[1] + counts[2] + counts[3];
        return all >= MIN_SEGMENTS && Math.max(counts[1], Math.max(counts[2], counts[3])) >= DEFECT_SHARE * all;
    }

    /**
     * Opposite simultaneous jumps, with the customers to match, in segments that differ in one of the last dimensions
     * only, such as the grade.
     */
    private static final class Moves {
        private final LevelScores segments;
        private final Map<String, List<Integer>> siblings = new HashMap<>();

        Moves(LevelScores segments) {
            this.segments = segments;
            for (int s = 0; s < segments.view().size(); s++) {
                for (String group : groups(s)) {
                    siblings.computeIfAbsent(group, g -> new ArrayList<>()).add(s);
                }
            }
        }

        private List<String> groups(int segment) {
            SegmentKey key = segments.view().nodes().key(segment);
            int dimensions = key.values().size();
            List<String> groups = new ArrayList<>();
            for (int d = Math.min(2, dimensions - 1); d < dimensions; d++) {
                List<String> values = new ArrayList<>(key.values());
                values.set(d, SegmentKey.ANY);
                groups.add(d + "\u0000" + String.join("\u0000", values));
            }
            return groups;
        }

        boolean explains(Finding finding) {
            if (!finding.level().view().isSegment() || finding.isTurn()) {
                return false;
            }
            double own = finding.residual();
            if (gained(finding.node()) * own <= 0) {
                return false;
            }
            for (String group : groups(finding.node())) {
                for (int other : siblings.get(group)) {
                    double theirs = finding.errors().residual(other, finding.review());
                    double larger = Math.max(Math.abs(own), Math.abs(theirs));
                    if (own * theirs < 0
                            && gained(other) * theirs > 0
                            && finding.scores().isLoud(other, finding.review())
                            && Math.abs(own + theirs) <= UNMATCHED * larger) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** Customers gained in the month under review. */
        private double gained(int segment) {
            LevelView view = segments.view();
            return view.customers(segment, view.review()) - view.customers(segment, view.review() - 1);
        }
    }
}
