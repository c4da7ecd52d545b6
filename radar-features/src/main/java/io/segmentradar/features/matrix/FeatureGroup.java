package io.segmentradar.features.matrix;

import io.segmentradar.core.kpi.Label;

/** The banking drivers under which a forecast's reasons are reported. */
public enum FeatureGroup {
    MOMENTUM("최근 추이", "recent trend"),
    SEASONALITY("계절성", "season"),
    CALENDAR("영업일과 명절", "business days and holidays"),
    CUSTOMERS("고객 수", "number of customers"),
    ABSENCE("일시 부재 고객", "customers absent for now"),
    STABILITY("변동성", "volatility"),
    RELATED("다른 지표의 움직임", "movement of other KPIs"),
    PROFILE("세그먼트 특성", "kind of segment"),
    ECONOMY("외부 경제 지표", "the economy");

    private final Label label;

    FeatureGroup(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }

    /** Stable name in files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
