package io.segmentradar.core.alike;

import io.segmentradar.core.kpi.Label;

/** A respect in which segments are compared. */
public enum Aspect {
    /** Course of the KPIs over up to two years, each in units of its own deviation. */
    SHAPE(2, "추이", "course"),
    /** Change of the last three months against the three before and against a year ago. */
    GROWTH(1.5, "성장", "growth"),
    /** Ups and downs within the year. */
    SEASONALITY(1, "계절성", "seasonality"),
    /** Size of the usual monthly change, and how often a KPI is zero. */
    VOLATILITY(1, "변동성", "volatility"),
    /** KPIs per customer against one another. */
    MIX(2, "거래 구성", "KPI mix"),
    /** Customers and amounts. */
    SIZE(1.5, "규모", "size"),
    /** Values of the segment key. */
    KEY(1, "속성", "attributes");

    private final double usualWeight;
    private final Label label;

    Aspect(double usualWeight, String ko, String en) {
        this.usualWeight = usualWeight;
        this.label = new Label(ko, en);
    }

    /** Weight where a spec names no other. */
    public double usualWeight() {
        return usualWeight;
    }

    public Label label() {
        return label;
    }
}
