package io.segmentradar.core.casework;

import io.segmentradar.core.kpi.Label;

/** Why an alert was settled; labels for measuring how often alerts are right. */
public enum CaseCause {
    EXPECTED_EVENT("예정된 일", "Expected event"),
    DATA_ERROR("데이터 오류", "Data error"),
    REGRADING("등급·소속 변경", "Re-grading"),
    REAL_RISK("실제 위험", "Real risk"),
    OTHER("기타", "Other");

    private final Label label;

    CaseCause(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }
}
