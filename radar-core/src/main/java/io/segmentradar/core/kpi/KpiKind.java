package io.segmentradar.core.kpi;

/** What a KPI measures; decides which transforms, bounds and comparisons make sense. */
public enum KpiKind {
    /** Amount standing at month end; never negative. */
    BALANCE,
    /** Amount moved within the month; never negative. */
    FLOW,
    /** Difference of two flows; may have either sign. */
    SIGNED_FLOW,
    /** Quotient of two amounts; has no money unit. */
    RATIO;

    public boolean isSigned() {
        return this == SIGNED_FLOW;
    }
}
