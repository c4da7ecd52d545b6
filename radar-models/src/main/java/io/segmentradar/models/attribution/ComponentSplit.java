package io.segmentradar.models.attribution;

import io.segmentradar.core.kpi.KpiFormula.Term;
import java.util.ArrayList;
import java.util.List;

/** The first view of the surprise bridge: which product of the KPI brought the residual. */
final class ComponentSplit {
    private static final int OWN_FORECAST_MONTHS = 3;
    private static final int WEIGHT_MONTHS = 6;

    private ComponentSplit() {}

    /**
     * @param actual signed amount in the alert's month
     * @param expected signed amount implied by the KPI's forecast
     */
    record Component(Term term, double actual, double expected) {
        double residual() {
            return actual - expected;
        }
    }

    /** One component a term of the formula; actuals sum to the KPI's actual, expectations to its forecast. */
    static List<Component> of(NodeMonth at) {
        List<Term> terms = at.kpi().formula().terms();
        double[] expected = expected(at, terms);
        List<Component> components = new ArrayList<>();
        for (int c = 0; c < expected.length; c++) {
            Term term = terms.get(c);
            components.add(new Component(term, signed(at, term, 0), expected[c]));
        }
        return components;
    }

    private static double[] expected(NodeMonth at, List<Term> terms) {
        double[] own = new double[terms.size()];
        double sum = 0;
        boolean alike = true;
        for (int c = 0; c < own.length; c++) {
            for (int back = 1; back <= OWN_FORECAST_MONTHS; back++) {
                own[c] += signed(at, terms.get(c), back) / OWN_FORECAST_MONTHS;
            }
            sum += own[c];
            alike &= own[c] >= 0 == at.alert().expected() >= 0 || own[c] == 0;
        }
        if (!alike || sum == 0) {
            return fromLastValue(at, terms);
        }
        for (int c = 0; c < own.length; c++) {
            own[c] *= at.alert().expected() / sum;
        }
        return own;
    }

    /** Where shares have no meaning: last values plus the expected change, spread by the size of the components. */
    private static double[] fromLastValue(NodeMonth at, List<Term> terms) {
        double[] expected = new double[terms.size()];
        double[] weight = new double[expected.length];
        double total = 0;
        double last = 0;
        for (int c = 0; c < expected.length; c++) {
            expected[c] = signed(at, terms.get(c), 1);
            last += expected[c];
            for (int back = 1; back <= WEIGHT_MONTHS; back++) {
                weight[c] += Math.abs(signed(at, terms.get(c), back));
            }
            total += weight[c];
        }
        for (int c = 0; c < expected.length; c++) {
            double share = total == 0 ? 1.0 / expected.length : weight[c] / total;
            expected[c] += share * (at.alert().expected() - last);
        }
        return expected;
    }

    private static double signed(NodeMonth at, Term term, int monthsBefore) {
        return term.sign() * at.value(term.column(), monthsBefore);
    }
}
