package io.segmentradar.nba.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Optimisation;

/**
 * The linear relaxation of a planning problem: shadow prices, reduced costs and an upper bound. Solved by column
 * generation (Dantzig & Wolfe 1960, here with the items themselves as columns) and lazy rows, since of some ten thousand
 * candidates and thousands of limits on single segments few matter.
 */
final class Relaxation {
    private static final int FIRST_COLUMNS = 1500;
    private static final int COLUMNS_A_ROUND = 1000;
    private static final int MAX_ROUNDS = 12;
    private static final double TOLERANCE = 1e-7;

    private final List<PlanItem> items;
    private final List<List<PlanRow>> rows;
    private final Set<Integer> columns = new LinkedHashSet<>();
    private final Set<PlanRow> localRows = new HashSet<>();
    private Map<PlanRow, Double> duals = Map.of();
    private final double[] values;
    private double bound;

    private Relaxation(PlanProblem problem) {
        PlanRows limits = new PlanRows(problem);
        this.items = problem.items();
        this.rows = items.stream().map(limits::of).toList();
        this.values = new double[items.size()];
        this.bound = items.stream().mapToDouble(PlanItem::score).sum();
    }

    /**
     * @param start positions of the items of a good plan
     */
    static Relaxation solve(PlanProblem problem, Set<Integer> start) {
        Relaxation relaxation = new Relaxation(problem);
        relaxation.columns.addAll(start);
        relaxation.addBest(FIRST_COLUMNS, relaxation.scoresPerHour());
        boolean moved = true;
        for (int round = 0; round < MAX_ROUNDS && moved; round++) {
            moved = relaxation.step();
        }
        return relaxation;
    }

    private double[] scoresPerHour() {
        return items.stream().mapToDouble(PlanItem::scorePerHour).toArray();
    }

    private void addBest(int count, double[] worth) {
        IntStream.range(0, worth.length)
                .boxed()
                .filter(i -> worth[i] > TOLERANCE && !columns.contains(i))
                .sorted(Comparator.<Integer>comparingDouble(i -> -worth[i]).thenComparing(i -> i))
                .limit(count)
                .forEach(columns::add);
    }

    /** Solves over the present columns and rows and adds what the solution lacks; false if it lacks nothing. */
    private boolean step() {
        List<Integer> chosen = columns.stream().sorted().toList();
        LinearModel model = new LinearModel(
                chosen.stream().map(items::get).toList(),
                List.of(),
                chosen.stream().map(this::presentRows).toList(),
                false);
        Optimisation.Result result = model.maximise();
        if (!result.getState().isOptimal()) {
            return false;
        }
        duals = model.duals(result);
        double[] solved = model.values(result);
        Arrays.fill(values, 0);
        for (int c = 0; c < solved.length; c++) {
            values[chosen.get(c)] = solved[c];
        }
        double[] reduced = reducedScores();
        bound = Math.min(bound, dualObjective(reduced));
        int before = columns.size();
        addBest(COLUMNS_A_ROUND, reduced);
        return addBrokenRows() | columns.size() > before;
    }

    private List<PlanRow> presentRows(int item) {
        return rows.get(item).stream()
                .filter(row -> !row.isLocal() || localRows.contains(row))
                .toList();
    }

    private boolean addBrokenRows() {
        Map<PlanRow, Double> used = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] > 0) {
                for (PlanRow row : rows.get(i)) {
                    if (row.isLocal()) {
                        used.merge(row, values[i], Double::sum);
                    }
                }
            }
        }
        List<PlanRow> broken = new ArrayList<>();
        used.forEach((row, amount) -> {
            if (amount > row.limit() + TOLERANCE) {
                broken.add(row);
            }
        });
        return localRows.addAll(broken);
    }

    /** Score of each item less what it takes from the limits at their shadow prices. */
    double[] reducedScores() {
        // A larger plan loosens the shares, so each item earns the share prices times their shares.
        double earned = duals.entrySet().stream()
                .filter(dual -> dual.getKey().isShare())
                .mapToDouble(dual -> dual.getKey().limit() * dual.getValue())
                .sum();
        double[] reduced = new double[items.size()];
        for (int i = 0; i < reduced.length; i++) {
            double price = 0;
            for (PlanRow row : rows.get(i)) {
                double dual = duals.getOrDefault(row, 0.0) * row.coefficient(items.get(i));
                price += row.kind() == PlanRow.Kind.CATEGORY_MIN ? -dual : dual;
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
        for (Map.Entry<PlanRow, Double> dual : duals.entrySet()) {
            PlanRow row = dual.getKey();
            double worth = row.isShare() ? 0 : row.limit() * dual.getValue();
            sum += row.kind() == PlanRow.Kind.CATEGORY_MIN ? -worth : worth;
        }
        return sum;
    }

    /** No plan within the limits has a larger objective; the sum of all scores if the relaxation could not be solved. */
    double bound() {
        return bound;
    }

    Map<PlanRow, Double> shadowPrices() {
        return duals;
    }

    /** Share of each item in the relaxed plan, 0..1. */
    double[] values() {
        return values.clone();
    }

    List<PlanRow> rows(int item) {
        return rows.get(item);
    }
}
