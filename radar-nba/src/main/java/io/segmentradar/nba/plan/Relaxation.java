package io.segmentradar.nba.plan;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;

/**
 * The linear relaxation of a planning problem: shadow prices, reduced scores and an upper bound. Of some ten thousand
 * candidates and thousands of limits few matter, so it is solved by sifting (Bixby et al. 1992) from a good plan: only
 * items near the decision are columns, the others stay as they are until their reduced score says otherwise, and limits
 * become rows when a solution breaks them.
 */
final class Relaxation {
    private static final int FIRST_COLUMNS = 800;
    private static final int COLUMNS_A_ROUND = 400;
    private static final int MAX_ROUNDS = 40;
    private static final double TOLERANCE = 1e-7;

    private final List<PlanItem> items;
    private final PlanRows rows;
    private final BitSet columns = new BitSet();
    private final BitSet present = new BitSet();
    private final double[] values;
    private double[] duals;
    private double bound;

    private Relaxation(PlanProblem problem) {
        this.items = problem.items();
        this.rows = new PlanRows(problem);
        this.values = new double[items.size()];
        this.duals = new double[rows.count()];
        this.bound = items.stream().mapToDouble(PlanItem::score).sum();
    }

    /**
     * @param start positions of the items of a plan that keeps all limits
     */
    static Relaxation solve(PlanProblem problem, Set<Integer> start) {
        Relaxation relaxation = new Relaxation(problem);
        start.forEach(i -> relaxation.values[i] = 1);
        IntStream.range(0, relaxation.rows.count())
                .filter(r -> !relaxation.rows.row(r).isLazy())
                .forEach(relaxation.present::set);
        double[] margins = Margins.of(problem, relaxation.values);
        relaxation.addColumns(i -> true, margins, Comparator.naturalOrder(), FIRST_COLUMNS);
        boolean moved = true;
        for (int round = 0; round < MAX_ROUNDS && moved; round++) {
            moved = relaxation.step();
        }
        return relaxation;
    }

    /** Makes up to {@code most} items columns, in the order of the sizes of their scores; false if there are none. */
    private boolean addColumns(IntPredicate which, double[] scores, Comparator<Double> order, int most) {
        int before = columns.cardinality();
        IntStream.range(0, scores.length)
                .filter(i -> !columns.get(i) && which.test(i))
                .boxed()
                .sorted(Comparator.<Integer, Double>comparing(i -> Math.abs(scores[i]), order)
                        .thenComparing(i -> i))
                .limit(most)
                .forEach(columns::set);
        return columns.cardinality() > before;
    }

    /** Solves over the present columns and rows and adds what the solution lacks; false if it lacks nothing. */
    private boolean step() {
        List<Integer> chosen = columns.stream().boxed().toList();
        List<Integer> fixed = IntStream.range(0, values.length)
                .filter(i -> values[i] == 1 && !columns.get(i))
                .boxed()
                .toList();
        LinearModel model = new LinearModel(items, rows, present, chosen, fixed);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            return false;
        }
        duals = model.duals(result);
        double[] solved = model.values(result);
        for (int c = 0; c < solved.length; c++) {
            values[chosen.get(c)] = solved[c];
        }
        double[] reduced = reducedScores();
        bound = Math.min(bound, dualObjective(reduced));
        IntPredicate misplaced = i -> values[i] == 1 ? reduced[i] < -TOLERANCE : reduced[i] > TOLERANCE;
        return addBrokenRows() | addColumns(misplaced, reduced, Comparator.reverseOrder(), COLUMNS_A_ROUND);
    }

    private boolean addBrokenRows() {
        double[] used = rows.used(values);
        double size =
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).sum();
        BitSet broken = new BitSet();
        IntStream.range(0, used.length)
                .filter(r -> rows.row(r).isLazy() && used[r] > rows.row(r).limit(size) + TOLERANCE)
                .forEach(broken::set);
        present.or(broken);
        // A row in which one item alone can move is a mere bound to the solver and has no dual: all that use it move.
        IntStream.range(0, values.length)
                .filter(i -> values[i] == 1)
                .filter(i -> IntStream.of(rows.of(i)).anyMatch(r -> rows.row(r).isLocal() && present.get(r)))
                .forEach(columns::set);
        return !broken.isEmpty();
    }

    /** Score of each item less what it takes from the limits at their shadow prices. */
    double[] reducedScores() {
        // A larger plan loosens the shares, so each item earns the share prices times their shares.
        double earned = IntStream.range(0, duals.length)
                .filter(r -> rows.row(r).isShare())
                .mapToDouble(r -> rows.row(r).limit() * duals[r])
                .sum();
        double[] reduced = new double[items.size()];
        for (int i = 0; i < reduced.length; i++) {
            double price = 0;
            for (int r : rows.of(i)) {
                price += rows.row(r).sign() * duals[r] * rows.row(r).coefficient(items.get(i));
            }
            reduced[i] = items.get(i).score() + earned - price;
        }
        return reduced;
    }

    /** Objective of the dual at these prices: by weak duality a bound for every plan, whatever the prices are. */
    private double dualObjective(double[] reduced) {
        double sum = 0;
        for (double score : reduced) {
            sum += Math.max(0, score);
        }
        for (int r = 0; r < duals.length; r++) {
            PlanRow row = rows.row(r);
            sum += row.isShare() ? 0 : row.sign() * row.limit() * duals[r];
        }
        return sum;
    }

    /** No plan within the limits has a larger objective; the sum of all scores if the relaxation could not be solved. */
    double bound() {
        return bound;
    }

    /** What one more unit of each limit that binds would add, by kind and name of the limit. */
    Map<String, Double> shadowPrices() {
        Map<String, Double> prices = new TreeMap<>();
        for (int r = 0; r < duals.length; r++) {
            if (duals[r] > 0) {
                prices.put(rows.row(r).name(), duals[r]);
            }
        }
        return prices;
    }

    /** Share of each item in the relaxed plan, 0..1. */
    double[] values() {
        return values.clone();
    }

    PlanRows rows() {
        return rows;
    }
}
