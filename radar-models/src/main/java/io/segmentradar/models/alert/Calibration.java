package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.models.alert.tail.TailDistribution;
import java.util.Arrays;
import java.util.List;

/**
 * How often such a thing happened before: the past scores of all levels and KPIs that would have been tested then as
 * those of the month under review are now, kept apart by what makes tails alike
 * (Mondrian conformal prediction): the size class of the node and whether its other KPIs moved sharply too. Stops and
 * starts have no score; their probability is their past frequency.
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
                    moves.add(group(size, level.inCompany(scores, node, m)), score);
                }
                double turn = LevelScores.turn(scores, node, m);
                if (!Double.isNaN(turn)) {
                    turns.add(size, turn);
                }
                count(scores.errors().shape(node, m), size);
            }
        }
    }

    private void count(Errors.Shape shape, int size) {
        switch (shape) {
            case STOP -> {
                stops[size][0]++;
                stops[size][1]++;
            }
            case MOVE -> stops[size][1]++;
            case START -> {
                starts[size][0]++;
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

    double move(double score, int size, boolean inCompany) {
        return moves.of(group(size, inCompany)).surprise(score);
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

    /** Growing groups of scores; groups that stay small share one distribution. */
    private static final class Groups {
        private final double[][] values;
        private final int[] sizes;
        private final TailDistribution[] distributions;

        Groups(int count) {
            values = new double[count][256];
            sizes = new int[count];
            distributions = new TailDistribution[count];
        }

        void add(int group, double value) {
            if (sizes[group] == values[group].length) {
                values[group] = Arrays.copyOf(values[group], 2 * sizes[group]);
            }
            values[group][sizes[group]++] = value;
        }

        void close() {
            int total = Arrays.stream(sizes).sum();
            double[] all = new double[total];
            int n = 0;
            for (int g = 0; g < values.length; g++) {
                System.arraycopy(values[g], 0, all, n, sizes[g]);
                n += sizes[g];
            }
            TailDistribution common = new TailDistribution(all);
            for (int g = 0; g < values.length; g++) {
                distributions[g] =
                        sizes[g] < MIN_GROUP ? common : new TailDistribution(Arrays.copyOf(values[g], sizes[g]));
                values[g] = null;
            }
        }

        TailDistribution of(int group) {
            return distributions[group];
        }
    }
}
