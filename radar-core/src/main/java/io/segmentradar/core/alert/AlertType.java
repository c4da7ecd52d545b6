package io.segmentradar.core.alert;

import io.segmentradar.core.kpi.Label;

/** What kind of early warning. */
public enum AlertType {
    /** Fell against expectation. */
    DROP("급감", "Drop"),
    /** Rose against expectation. */
    SPIKE("급증", "Spike"),
    /** The trend turned; needs no jump. */
    INFLECTION("변곡", "Inflection"),
    /** A jump that has lasted two months or more. */
    LEVEL_SHIFT("수준 변화", "Level shift"),
    /** The activity of a segment stopped. */
    DORMANCY("휴면", "Dormancy"),
    /** A fall is likely within the next three months. */
    FORECAST_DROP("급감 예상", "Expected drop"),
    /** A rise is likely within the next three months. */
    FORECAST_RISE("급증 예상", "Expected rise");

    private final Label label;

    AlertType(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }

    /** True for alerts about months that have not come yet. */
    public boolean looksAhead() {
        return this == FORECAST_DROP || this == FORECAST_RISE;
    }
}
