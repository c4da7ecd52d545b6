package io.segmentradar.core.casework;

import io.segmentradar.core.alert.Alert;

/** What an alert is about, whichever month it was raised in: ties cases together across runs. */
public record CaseSubject(String level, String segmentId, String kpi, String alertType) {
    public static CaseSubject of(Alert alert) {
        return new CaseSubject(
                alert.level(),
                alert.segment().value(),
                alert.kpi(),
                alert.type().name());
    }
}
