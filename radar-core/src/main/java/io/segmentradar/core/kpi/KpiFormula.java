package io.segmentradar.core.kpi;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A signed sum of amount columns: {@code deposits = demand + term + instalment}. Each column appears once. */
public record KpiFormula(List<Term> terms) {
    public KpiFormula {
        terms = List.copyOf(terms);
        if (terms.isEmpty()) {
            throw new IllegalArgumentException("A formula needs at least one amount column");
        }
        Set<String> seen = new HashSet<>();
        for (Term term : terms) {
            if (!seen.add(term.column())) {
                throw new IllegalArgumentException("Column '" + term.column() + "' appears twice in one formula");
            }
        }
    }

    /** One component of a KPI: an amount column counted with sign +1 or −1. */
    public record Term(int sign, String column) {
        public Term {
            if (sign != 1 && sign != -1) {
                throw new IllegalArgumentException("Sign of column '" + column + "' must be 1 or -1, got " + sign);
            }
        }
    }

    public boolean hasOneSign() {
        return terms.stream().map(Term::sign).distinct().count() == 1;
    }
}
