package io.segmentradar.core.alert;

import io.segmentradar.core.kpi.Label;

/** How much an alert matters, worst first. */
public enum Severity {
    CRITICAL("심각", "Critical"),
    HIGH("높음", "High"),
    MEDIUM("보통", "Medium"),
    LOW("낮음", "Low");

    private final Label label;

    Severity(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }
}
