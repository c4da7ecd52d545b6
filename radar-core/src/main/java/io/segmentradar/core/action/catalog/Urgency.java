package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;

/** How soon an action has to happen, most urgent first. */
public enum Urgency {
    CRITICAL(3, "즉시", "Now"),
    HIGH(7, "1주 이내", "Within a week"),
    MEDIUM(30, "1개월 이내", "Within a month"),
    LOW(90, "분기 이내", "Within a quarter");

    private final int days;
    private final Label label;

    Urgency(int days, String ko, String en) {
        this.days = days;
        this.label = new Label(ko, en);
    }

    /** Longest time to wait, days. */
    public int days() {
        return days;
    }

    public Label label() {
        return label;
    }
}
