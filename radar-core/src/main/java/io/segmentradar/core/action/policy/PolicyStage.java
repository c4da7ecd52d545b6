package io.segmentradar.core.action.policy;

import io.segmentradar.core.kpi.Label;

/** The stages through which every pair of segment and action type goes, in order. */
public enum PolicyStage {
    ELIGIBILITY("자격", "Eligibility"),
    APPLICABILITY("해당 여부", "Applicability"),
    SUITABILITY("적합성", "Suitability"),
    WORTH("기대 가치", "Worth"),
    CONTACT("접촉 정책", "Contact policy"),
    CAPACITY("가용 시간", "Capacity");

    private final Label label;

    PolicyStage(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }
}
