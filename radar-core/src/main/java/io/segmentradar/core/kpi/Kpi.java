package io.segmentradar.core.kpi;

/**
 * A key performance indicator of a segment in a month, in the spec's money unit.
 *
 * @param id stable name in files and API, such as {@code deposits}
 * @param formula signed sum over the summed amounts of the segment's customers
 */
public record Kpi(String id, Label label, KpiKind kind, KpiFormula formula) {}
