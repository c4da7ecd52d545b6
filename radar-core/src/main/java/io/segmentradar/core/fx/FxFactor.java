package io.segmentradar.core.fx;

import io.segmentradar.core.kpi.Label;

/** What the opportunity and risk scores are made of. Each enters as its rank among all exposed segments, 0 to 1. */
public enum FxFactor {
    /** FX amount of the last year. */
    SIZE(0.30, 0.20, "규모", "size"),
    /** FX amount of the last three months against the last year; growth is an opportunity, decline a risk. */
    MOMENTUM(0.25, 0.25, "추세", "momentum"),
    /** Share of the FX amount that exports and imports do not offset. */
    EXPOSURE(0.10, 0.15, "노출", "exposure"),
    /** Rising use of credit, falling deposits, outflow; a risk, and its absence an opportunity. */
    STRESS(0.15, 0.20, "자금 사정", "stress"),
    /** What the present trend does to the open position, and what a large move would. */
    REGIME(0.20, 0.20, "환율 국면", "regime");

    private final double opportunity;
    private final double risk;
    private final Label label;

    FxFactor(double opportunity, double risk, String ko, String en) {
        this.opportunity = opportunity;
        this.risk = risk;
        this.label = new Label(ko, en);
    }

    /** Weight in the opportunity score where a spec names no other. */
    public double usualOpportunity() {
        return opportunity;
    }

    /** Weight in the risk score where a spec names no other. */
    public double usualRisk() {
        return risk;
    }

    public Label label() {
        return label;
    }
}
