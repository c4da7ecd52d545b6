package io.segmentradar.core.kpi;

/** A quotient of two signed sums of amounts; missing where the denominator is 0; values above 1 are kept. */
public record Ratio(String id, Label label, KpiFormula numerator, KpiFormula denominator) {}
