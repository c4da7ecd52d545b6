package io.segmentradar.nba.plan;

import java.util.ArrayList;
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
    private final List<Variable> choices = new ArrayList<>();
    private final Map<PlanRow, Expression> rows = new LinkedHashMap<>();
    private final Variable size = model.newVariable("size").lower(0);

    /**
     * @param items columns to decide on
     * @param fixed items that are in the plan anyway
     * @param wanted rows by item, in the order of {@code items} and then of {@code fixed}
     * @param whole true for an integer model
     */
    LinearModel(List<PlanItem> items, List<PlanItem> fixed, List<List<PlanRow>> wanted, boolean whole) {
        Expression total = model.newExpression("total").level(-fixed.size());
        total.set(size, -1);
        Map<PlanRow, Double> used = new LinkedHashMap<>();
        for (int f = 0; f < fixed.size(); f++) {
            for (PlanRow row : wanted.get(items.size() + f)) {
                used.merge(row, row.coefficient(fixed.get(f)), Double::sum);
            }
        }
        for (int i = 0; i < items.size(); i++) {
            PlanItem item = items.get(i);
            Variable x = model.newVariable("x" + i).lower(0).upper(1).weight(item.score());
            x.setInteger(whole);
            choices.add(x);
            total.set(x, 1);
            for (PlanRow row : wanted.get(i)) {
                rows.computeIfAbsent(row, r -> limit(r, used.getOrDefault(r, 0.0)))
                        .set(x, row.coefficient(item));
            }
        }
        used.forEach((row, amount) -> rows.computeIfAbsent(row, r -> limit(r, amount)));
    }

    private Expression limit(PlanRow row, double used) {
        Expression expression = model.newExpression(row.kind() + " " + row.of());
        if (row.isShare()) {
            expression.set(size, -row.limit());
            return expression.upper(-used);
        }
        return row.kind() == PlanRow.Kind.CATEGORY_MIN
                ? expression.lower(row.limit() - used)
                : expression.upper(row.limit() - used);
    }

    /** One thread and no clock, so that the same problem has the same answer everywhere. */
    void stopAfter(int nodes) {
        model.options.integer(IntegerStrategy.newConfigurable().withParallelism(() -> 1));
        model.options.iterations_abort = nodes;
        model.options.iterations_suffice = nodes;
    }

    Optimisation.Result maximise() {
        return model.maximise();
    }

    /** Value of each item in a result, 0..1. */
    double[] values(Optimisation.Result result) {
        double[] values = new double[choices.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.doubleValue(model.indexOf(choices.get(i)));
        }
        return values;
    }

    /** Dual values by row, at least 0; rows that do not bind are absent. */
    Map<PlanRow, Double> duals(Optimisation.Result result) {
        Map<String, Double> byName = new LinkedHashMap<>();
        result.getDualValues()
                .forEach(pair ->
                        byName.merge(pair.getKey().left().getName(), Math.abs(pair.doubleValue()), Double::sum));
        Map<PlanRow, Double> duals = new LinkedHashMap<>();
        rows.forEach((row, expression) -> {
            double dual = byName.getOrDefault(expression.getName(), 0.0);
            if (dual > 0) {
                duals.put(row, dual);
            }
        });
        return duals;
    }
}
