package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.models.alert.tail.TailDistribution;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.util.ResizableDoubleArray;

/**
 * How often such a thing happened before: the past scores of all levels and KPIs that would have been tested then as
 * those of the month under review are now, kept apart by what makes tails alike
 * (Mondrian conformal prediction): the size class of the node and whether its other KPIs moved sharply too. The world
 * changes, and so does how often things happen in it: a month counts for {@link #REMEMBERED} of the one after it. An outcome
 * that is too little money to be raised counts as no surprise at all, in the past as in the month under review: a
 * probability then tells how often an alert would have been raised for something as unusual, and the many upheavals of
 * small figures do not cost the large ones their voice. Trends are compared with those of months that have none in common
 * with the ones under review: a turn under way must not hide itself. Stops and starts have no score; their probability is their past
 * frequency, of all months alike, for they are rare.
 */
final class Calibration {
    /** A group of fewer scores is judged by the scores of all sizes. */
    private static final int MIN_GROUP = 200;
    /** What a month is worth to the next. */
    private static final double REMEMBERED = 0.98;

    private final Groups moves;
    private final Groups turns;
    private final int[][] stops = new int[LevelView.SIZE_CLASSES][2];
    private final int[][] starts = new int[LevelView.SIZE_CLASSES][2];

    Calibration(List<LevelScores> levels, AlertPolicy policy) {
        int review = levels.get(0).view().review();
        double[] weights = weights(review);
        moves = new Groups(2 * LevelView.SIZE_CLASSES, weights);
        turns = new Groups(LevelView.SIZE_CLASSES, weights);
        for (LevelScores level : levels) {
            for (Scores scores : level.kpis()) {
                collect(level, scores, new Eligibility(level.view(), scores.errors(), policy));
            }
        }
        moves.close();
        turns.close();
    }

    /** By month before the one under review. */
    private static double[] weights(int review) {
        double[] weights = new double[review];
        for (int m = 0; m < review; m++) {
            weights[m] = Math.pow(REMEMBERED, review - m);
        }
        return weights;
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
                    moves.add(group(size, inCompany), m, score, eligibility.isWorthAJump(node, m));
                }
                double turn = m > view.review() - Turns.MONTHS ? Double.NaN : level.turn(scores, node, m);
                if (!Double.isNaN(turn)) {
                    boolean raisable = !scores.isLoud(node, m)
                            && eligibility.isWorthATurn(node, m)
                            && level.turns().get(scores).isOwn(node, m, turn);
                    turns.add(size, m, turn, raisable);
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
        return (1.0 + counts[0]) / (1.0 + counts[1]);
    }

    /** Growing groups of scores by month, of which some count; groups that stay small share one distribution. */
    private static final class Groups {
        private final double[] weights;
        private final ResizableDoubleArray[][] values;
        private final ResizableDoubleArray[][] counted;
        private final TailDistribution[] ofAll;
        private final TailDistribution[] ofCounted;

        Groups(int count, double[] weights) {
            this.weights = weights;
            values = lists(count, weights.length);
            counted = lists(count, weights.length);
            ofAll = new TailDistribution[count];
            ofCounted = new TailDistribution[count];
        }

        private static ResizableDoubleArray[][] lists(int groups, int months) {
            ResizableDoubleArray[][] lists = new ResizableDoubleArray[groups][months];
            for (ResizableDoubleArray[] group : lists) {
                Arrays.setAll(group, month -> new ResizableDoubleArray());
            }
            return lists;
        }

        void add(int group, int month, double value, boolean counts) {
            values[group][month].addElement(value);
            counted[group][month].addElement(counts ? value : 0);
        }

        void close() {
            TailDistribution common = distribution(together(values));
            TailDistribution commonCounted = new TailDistribution(together(values), together(counted), weights);
            for (int g = 0; g < values.length; g++) {
                double[][] all = arrays(values[g]);
                boolean few = Arrays.stream(all).mapToInt(month -> month.length).sum() < MIN_GROUP;
                ofAll[g] = few ? common : distribution(all);
                ofCounted[g] = few ? commonCounted : new TailDistribution(all, arrays(counted[g]), weights);
                values[g] = null;
                counted[g] = null;
            }
        }

        private TailDistribution distribution(double[][] byMonth) {
            return new TailDistribution(byMonth, byMonth, weights);
        }

        private static double[][] arrays(ResizableDoubleArray[] byMonth) {
            return Arrays.stream(byMonth).map(ResizableDoubleArray::getElements).toArray(double[][]::new);
        }

        /** All groups of a month in one. */
        private double[][] together(ResizableDoubleArray[][] groups) {
            double[][] months = new double[weights.length][];
            for (int m = 0; m < months.length; m++) {
                int month = m;
                months[m] = Arrays.stream(groups)
                        .flatMapToDouble(group -> Arrays.stream(group[month].getElements()))
                        .toArray();
            }
            return months;
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
