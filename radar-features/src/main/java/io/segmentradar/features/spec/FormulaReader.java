package io.segmentradar.features.spec;

import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.names.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads signed sums such as {@code inflow - outflow}. Operators stand between blanks, so that a column may be called
 * {@code A-B}. The id of an earlier KPI stands for its formula.
 */
final class FormulaReader {
    private final Set<String> columns;
    private final Map<String, KpiFormula> named = new LinkedHashMap<>();

    FormulaReader(Set<String> columns) {
        this.columns = columns;
    }

    /** Makes {@code formula} known by the id of its KPI. */
    void name(String id, KpiFormula formula) {
        named.put(id, formula);
    }

    /** The formula at {@code key}; null, with a problem noted, where it cannot be understood. */
    KpiFormula read(SpecSection section, String key) {
        int before = section.problems().count();
        String text = section.text(key);
        if (section.problems().count() > before) {
            return null;
        }
        List<Term> terms = new ArrayList<>();
        int sign = 1;
        boolean expectColumn = true;
        StringBuilder name = new StringBuilder();
        for (String word : (text + " +").split("\\s+")) {
            boolean operator = word.equals("+") || word.equals("-");
            if (!operator) {
                name.append(name.isEmpty() ? "" : " ").append(word);
                expectColumn = false;
            } else if (!name.isEmpty()) {
                addTerms(section, key, sign, name.toString(), terms);
                name.setLength(0);
                sign = word.equals("+") ? 1 : -1;
                expectColumn = true;
            } else if (terms.isEmpty() && word.equals("-") && expectColumn) {
                sign = -1;
            } else {
                section.problems()
                        .add(
                                section.node(key),
                                "expected a column before '" + word + "' in the formula '" + text + "'");
                return null;
            }
        }
        if (section.problems().count() > before) {
            return null;
        }
        try {
            return new KpiFormula(terms);
        } catch (IllegalArgumentException refused) {
            section.problems().add(section.node(key), refused.getMessage());
            return null;
        }
    }

    private void addTerms(SpecSection section, String key, int sign, String name, List<Term> terms) {
        if (columns.contains(name)) {
            terms.add(new Term(sign, name));
        } else if (named.containsKey(name)) {
            named.get(name).terms().forEach(term -> terms.add(new Term(sign * term.sign(), term.column())));
        } else {
            List<String> known = new ArrayList<>(columns);
            known.addAll(named.keySet());
            section.problems()
                    .add(
                            section.node(key),
                            "'" + name + "' is neither a column under 'amounts' nor an earlier KPI"
                                    + NearestNames.hint(name, known) + "; known: " + String.join(", ", known)
                                    + ". Write blanks around + and -");
        }
    }
}
