package io.segmentradar.nba.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.ojalgo.optimisation.integer.IntegerStrategy;

/** A linear or integer model over some items and rows; what is fixed counts at its full amount. */
final class LinearModel {
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<PlanItem> items;
    private final PlanRows rows;
    private final BitSet present;
    private final List<Variable> choices = new ArrayList<>();
    private final Map<Integer, Expression> expressions = new LinkedHashMap<>();
    private final Variable size = model.newVariable("size").lower(0);

    /**
     * @param present numbers of the rows to keep
     * @param free positions of the items to decide on
     * @param fixed positions of the items that are in the plan anyway
     */
    LinearModel(List<PlanItem> items, PlanRows rows, BitSet present, List<Integer> free, List<Integer> fixed) {
        this.items = items;
        this.rows = rows;
        this.present = present;
        double[] used = used(fixed);
        Expression total = model.newExpression("total").level(-fixed.size());
        total.set(size, -1);
        for (int i : free) {
            PlanItem item = items.get(i);
            Variable x = model.newVariable("x" + i).lower(0).upper(1).weight(item.score());
            choices.add(x);
            total.set(x, 1);
            for (int r : rows.of(i)) {
                if (present.get(r)) {
                    expressions
                            .computeIfAbsent(r, row -> limit(row, used[row]))
                            .set(x, rows.row(r).coefficient(item));
                }
            }
        }
        present.stream()
                .filter(r -> rows.row(r).isShare())
                .forEach(r -> expressions.computeIfAbsent(r, row -> limit(row, used[row])));
    }

    private double[] used(List<Integer> fixed) {
        double[] shares = new double[items.size()];
        fixed.forEach(i -> shares[i] = 1);
        return rows.used(shares);
    }

    private Expression limit(int number, double used) {
        PlanRow row = rows.row(number);
        Expression expression = model.newExpression(row.name());
        if (row.isShare()) {
            expression.set(size, -row.limit());
            return expression.upper(-used);
        }
        return row.kind() == PlanRow.Kind.CATEGORY_MIN
                ? expression.lower(row.limit() - used)
                : expression.upper(Math.max(0, row.limit() - used));
    }

    /** Whole items only. One thread and no clock, so that the same problem has the same answer everywhere. */
    void decideWholly(int nodes) {
        choices.forEach(x -> x.setInteger(true));
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(() -> 1));
        model.options.iterations_abort = nodes;
        model.options.iterations_suffice = nodes;
    }

    Optimisation.Result maximise() {
        return model.maximise();
    }

    /** Value of each free item in a result, 0..1. */
    double[] values(Optimisation.Result result) {
        double[] values = new double[choices.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.doubleValue(model.indexOf(choices.get(i)));
        }
        return values;
    }

    /** Dual value of each row, at least 0. */
    double[] duals(Optimisation.Result result) {
        Map<String, Double> byName = new LinkedHashMap<>();
        result.getDualValues()
                .forEach(pair ->
                        byName.merge(pair.getKey().left().getName(), Math.abs(pair.doubleValue()), Double::sum));
        double[] duals = new double[rows.count()];
        expressions.forEach((row, expression) -> duals[row] = byName.getOrDefault(expression.getName(), 0.0));
        return duals;
    }
}
