package io.segmentradar.core.action.catalog;

/** What a fact is: decides how formulas may use it and how a text shows it. */
public enum FactUnit {
    /** Amount in the run's money unit. */
    MONEY,
    /** A share or a relative change; 0.05 is shown as 5 %. */
    RATIO,
    /** A plain number. */
    NUMBER,
    TEXT,
    /** True or false. */
    TRUTH;

    public boolean isNumeric() {
        return this == MONEY || this == RATIO || this == NUMBER;
    }
}
