package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;

/** A number that the bank believes rather than measures, such as a margin; shown as an assumption wherever it counts. */
public record Assumption(String id, Label label, FactUnit unit, double value) {
    public Assumption {
        if (!unit.isNumeric() || !Double.isFinite(value)) {
            throw new IllegalArgumentException("Assumption '" + id + "' must be a finite number, got " + value);
        }
    }
}
