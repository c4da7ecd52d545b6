package io.segmentradar.models.lightgbm;

import io.segmentradar.models.lightgbm.AskedRows.Missing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trees of a model, to be asked about many rows at once: answers are those of the library, to the last bit where trees
 * tell growth. The library walks down each tree row by row, and the processor guesses half of the turns wrong. Here a
 * split is compared with many rows at a time, and each row notes which leaves it can no longer reach; the first one left
 * is its leaf (Lucchese et al. 2015, QuickScorer).
 */
final class Forest {
    /** A row's leaves are bits of an integer. */
    static final int MAX_LEAVES = 32;

    /** Rows asked together: what they need stays in the processor's cache. */
    private static final int BLOCK = 512;

    private static final int CATEGORIES = 1;
    private static final int MISSING_GO_LEFT = 2;
    private static final int MISSING_KIND = 12;
    private static final int MISSING_IS_ZERO = 0;
    private static final int MISSING_IS_OWN = 8;

    private final boolean probability;
    private final List<Tree> trees;

    private Forest(boolean probability, List<Tree> trees) {
        this.probability = probability;
        this.trees = trees;
    }

    /** One tree; leaves are numbered from left to right. */
    private static final class Tree {
        private int[] feature = {};
        private double[] threshold = {};
        private int[] kind = {};
        private int[] left = {};
        private int[] right = {};
        private double[] value = {};
        private int[] code = {};
        private Missing[] missing = {};
        private int[] leftLeaves = {};
        private double[] leaves = {};
        private int numbered;

        /** Numbers the leaves below a child, which is a split or, as its complement, a leaf; their bits. */
        private int number(int child) {
            if (child < 0) {
                leaves[numbered] = value[~child];
                return 1 << numbered++;
            }
            leftLeaves[child] = number(left[child]);
            return leftLeaves[child] | number(right[child]);
        }

        private Tree ready() {
            int splits = feature.length;
            if (value.length > MAX_LEAVES
                    || value.length != splits + 1
                    || Math.min(threshold.length, kind.length) != splits
                    || Math.min(left.length, right.length) != splits) {
                throw new LightGbmException("A tree of " + value.length + " leaves and " + splits + " splits; up to "
                        + MAX_LEAVES + " leaves can be read, one more than splits");
            }
            leaves = new double[value.length];
            leftLeaves = new int[splits];
            code = new int[splits];
            missing = new Missing[splits];
            for (int split = 0; split < splits; split++) {
                code[split] = AskedRows.codeOf(threshold[split]);
                missing[split] = missing(kind[split]);
            }
            number(splits == 0 ? ~0 : 0);
            return this;
        }

        private static Missing missing(int kind) {
            int missing = kind & MISSING_KIND;
            if ((kind & CATEGORIES) != 0 || missing != MISSING_IS_ZERO && missing != MISSING_IS_OWN) {
                throw new LightGbmException("A split of kind " + kind + " is none of numbers");
            }
            if (missing == MISSING_IS_ZERO) {
                return Missing.ZERO;
            }
            return (kind & MISSING_GO_LEFT) != 0 ? Missing.BELOW_ALL : Missing.ABOVE_ALL;
        }
    }

    /**
     * @param text of a whole model in LightGBM's own format
     */
    static Forest parse(String text) {
        boolean probability = false;
        List<Tree> trees = new ArrayList<>();
        Tree tree = new Tree();
        for (int from = 0, to; from < text.length() && !text.startsWith("end of trees", from); from = to + 1) {
            to = text.indexOf('\n', from);
            int equals = text.indexOf('=', from);
            if (equals < 0 || equals > to) {
                continue;
            }
            String list = text.substring(equals + 1, to);
            switch (text.substring(from, equals)) {
                case "objective" -> probability = isProbability(list);
                case "split_feature" -> tree.feature = integers(list);
                case "threshold" -> tree.threshold = numbers(list);
                case "decision_type" -> tree.kind = integers(list);
                case "left_child" -> tree.left = integers(list);
                case "right_child" -> tree.right = integers(list);
                case "leaf_value" -> tree.value = numbers(list);
                case "shrinkage" -> {
                    trees.add(tree.ready());
                    tree = new Tree();
                }
                default -> {
                    // What else the library tells of its trees is of no use here.
                }
            }
        }
        return new Forest(probability, trees);
    }

    private static boolean isProbability(String objective) {
        if (!objective.equals("regression_l1") && !objective.equals("binary sigmoid:1")) {
            throw new LightGbmException(
                    "A model of '" + objective + "' is neither one of medians nor of probabilities");
        }
        return objective.startsWith("binary");
    }

    private static int[] integers(String list) {
        return Arrays.stream(numbers(list)).mapToInt(number -> (int) number).toArray();
    }

    private static double[] numbers(String list) {
        double[] numbers = new double[MAX_LEAVES];
        int n = 0;
        for (int from = 0, to; from < list.length(); from = to + 1) {
            int blank = list.indexOf(' ', from);
            to = blank < 0 ? list.length() : blank;
            numbers = n == numbers.length ? Arrays.copyOf(numbers, 2 * n) : numbers;
            numbers[n++] = number(list.substring(from, to));
        }
        return Arrays.copyOf(numbers, n);
    }

    private static double number(String text) {
        // A split of what is missing from all the rest; Java has another word for it.
        return text.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(text);
    }

    /** One prediction a row. */
    double[] predict(AskedRows asked) {
        double[] sums = new double[asked.rows()];
        int[] gone = new int[BLOCK];
        for (int from = 0; from < sums.length; from += BLOCK) {
            int n = Math.min(BLOCK, sums.length - from);
            for (Tree tree : trees) {
                Arrays.fill(gone, 0, n, 0);
                for (int split = 0; split < tree.feature.length; split++) {
                    int[] column = asked.column(tree.feature[split], tree.missing[split]);
                    turn(gone, n, column, from, tree.code[split], tree.leftLeaves[split]);
                }
                for (int i = 0; i < n; i++) {
                    sums[from + i] += tree.leaves[Integer.numberOfTrailingZeros(~gone[i])];
                }
            }
        }
        for (int i = 0; probability && i < sums.length; i++) {
            sums[i] = 1 / (1 + StrictMath.exp(-sums[i]));
        }
        return sums;
    }

    /** Takes the leaves on the left from rows whose code is above {@code code}; without a branch, for vector instructions. */
    private static void turn(int[] gone, int n, int[] column, int from, int code, int left) {
        for (int i = 0; i < n; i++) {
            int own = column[from + i];
            // The sign of code − own, without overflow: all ones where own is greater.
            int above = (code & ~own | ~(code ^ own) & (code - own)) >> 31;
            gone[i] |= above & left;
        }
    }
}
