package io.segmentradar.core.alert;

import io.segmentradar.core.kpi.Label;

/** What kind of early warning. */
public enum AlertType {
    DROP("급감", "Drop"),
    SPIKE("급증", "Spike"),
    INFLECTION("변곡", "Inflection");

    private final Label label;

    AlertType(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }
}
