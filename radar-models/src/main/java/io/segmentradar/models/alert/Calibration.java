package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.models.alert.tail.TailDistribution;
import java.util.Arrays;
import java.util.List;

/**
 * How often such a thing happened before: the past scores of all levels and KPIs that would have been tested then as
 * those of the month under review are now, kept apart by what makes tails alike
 * (Mondrian conformal prediction): the size class of the node and whether its other KPIs moved sharply too. An outcome
 * that is too little money to be raised counts as no surprise at all, in the past as in the month under review: a
 * probability then tells how often an alert would have been raised for something as unusual, and the many upheavals of
 * small figures do not cost the large ones their voice. Trends are compared with those of months that have none in common
 * with the ones under review: a turn under way must not hide itself. Stops and starts have no score; their probability is their past
 * frequency.
 */
final class Calibration {
    /** A group of fewer scores is judged by the scores of all sizes. */
    private static final int MIN_GROUP = 200;

    private final Groups moves = new Groups(2 * LevelView.SIZE_CLASSES);
    private final Groups turns = new Groups(LevelView.SIZE_CLASSES);
    private final int[][] stops = new int[LevelView.SIZE_CLASSES][2];
    private final int[][] starts = new int[LevelView.SIZE_CLASSES][2];

    Calibration(List<LevelScores> levels, AlertPolicy policy) {
        for (LevelScores level : levels) {
            for (Scores scores : level.kpis()) {
                collect(level, scores, new Eligibility(level.view(), scores.errors(), policy));
            }
        }
        moves.close();
        turns.close();
    }

    private void collect(LevelScores level, Scores scores, Eligibility eligibility) {
        LevelView view = level.view();
        for (int node = 0; node < view.size(); node++) {
            int size = view.sizeClass(node);
            for (int m = scores.errors().firstMonth(); m < view.review(); m++) {
                if (!eligibility.isWorthwhile(node, m) || !eligibility.hasCustomers(node, m)) {
                    continue;
                }
                double score = scores.score(node, m);
                if (!Double.isNaN(score)) {
                    boolean inCompany = level.inCompany(scores, node, m);
                    moves.add(group(size, inCompany), score, eligibility.isWorthAJump(node, m));
                }
                double turn = m > view.review() - Turns.MONTHS ? Double.NaN : level.turn(scores, node, m);
                if (!Double.isNaN(turn)) {
                    boolean raisable = !scores.isLoud(node, m) && eligibility.isWorthATurn(node, m);
                    turns.add(size, turn, raisable);
                }
                count(scores.errors().shape(node, m), size, eligibility.isWorthAJump(node, m));
            }
        }
    }

    private void count(Errors.Shape shape, int size, boolean worthwhile) {
        switch (shape) {
            case STOP -> {
                stops[size][0] += worthwhile ? 1 : 0;
                stops[size][1]++;
            }
            case MOVE -> stops[size][1]++;
            case START -> {
                starts[size][0] += worthwhile ? 1 : 0;
                starts[size][1]++;
            }
            case REST -> starts[size][1]++;
            case NONE -> {
                // Says nothing about stops or starts.
            }
        }
    }

    private static int group(int size, boolean inCompany) {
        return inCompany ? LevelView.SIZE_CLASSES + size : size;
    }

    /** Of a score whose money is worth an alert. */
    double move(double score, int size, boolean inCompany) {
        return moves.of(group(size, inCompany)).surprise(score);
    }

    /** Of a score alone, whatever its money, where no other KPI of the node moves. */
    double moveOfAnyMoney(double score, int size) {
        return moves.ofAll(size).surprise(score);
    }

    double turn(double statistic, int size) {
        return turns.of(size).surprise(statistic);
    }

    double stop(int size) {
        return frequency(stops[size]);
    }

    double start(int size) {
        return frequency(starts[size]);
    }

    private static double frequency(int[] counts) {
        return (1.0 + counts[0]) / (1.0 + Math.max(counts[1], counts[0]));
    }

    /** Growing groups of scores, of which some count; groups that stay small share one distribution. */
    private static final class Groups {
        private final double[][] values;
        private final double[][] counted;
        private final int[] sizes;
        private final TailDistribution[] ofAll;
        private final TailDistribution[] ofCounted;

        Groups(int count) {
            values = new double[count][256];
            counted = new double[count][256];
            sizes = new int[count];
            ofAll = new TailDistribution[count];
            ofCounted = new TailDistribution[count];
        }

        void add(int group, double value, boolean counts) {
            int n = sizes[group]++;
            if (n == values[group].length) {
                values[group] = Arrays.copyOf(values[group], 2 * n);
                counted[group] = Arrays.copyOf(counted[group], 2 * n);
            }
            values[group][n] = value;
            counted[group][n] = counts ? value : 0;
        }

        void close() {
            for (int g = 0; g < values.length; g++) {
                values[g] = Arrays.copyOf(values[g], sizes[g]);
                counted[g] = Arrays.copyOf(counted[g], sizes[g]);
            }
            double[] all = Arrays.stream(values).flatMapToDouble(Arrays::stream).toArray();
            double[] allCounted =
                    Arrays.stream(counted).flatMapToDouble(Arrays::stream).toArray();
            TailDistribution common = new TailDistribution(all);
            TailDistribution commonCounted = new TailDistribution(all, allCounted);
            for (int g = 0; g < values.length; g++) {
                boolean few = sizes[g] < MIN_GROUP;
                ofAll[g] = few ? common : new TailDistribution(values[g]);
                ofCounted[g] = few ? commonCounted : new TailDistribution(values[g], counted[g]);
                values[g] = null;
                counted[g] = null;
            }
        }

        /** Of what counts, for what counts. */
        TailDistribution of(int group) {
            return ofCounted[group];
        }

        TailDistribution ofAll(int group) {
            return ofAll[group];
        }
    }
}
