package io.segmentradar.core.alert;

import io.segmentradar.core.kpi.Label;

/** A named reason why an unusual figure is not raised, or is raised with a remark. */
public enum Guardrail {
    /** Known for too short a time to say what is usual. */
    COLD_START("이력 부족", "Too little history"),
    /** Fewer customers than the policy asks for. */
    SMALL_CELL("소수 고객", "Few customers"),
    /** The money at stake is below the policy's floor. */
    IMMATERIAL("영향 금액 미미", "Little money at stake"),
    /** The whole level moved alike in a month with a moving holiday. */
    CALENDAR("달력 효과", "Calendar effect"),
    /** Ahead of time: the same months brought as much in each of the past years. */
    SEASON("계절 변동", "Usual for the season"),
    /** Remark: Seollal falls in the month or the one before. */
    SEOLLAL("설 연휴", "Seollal"),
    /** Remark: Chuseok falls in the month or the one before. */
    CHUSEOK("추석 연휴", "Chuseok"),
    /** Remark: the month ends a quarter, when balances are settled. */
    QUARTER_END("분기말", "Quarter end"),
    /** The input itself looks broken: a column empty or the whole bank shifted at once. */
    DATA_DEFECT("데이터 결함", "Data defect"),
    /** Sibling segments jumped in opposite directions: customers were re-graded or moved. */
    CUSTOMERS_MOVED("고객 이동", "Customers moved"),
    /** Remark: half of a fall or more went with customers who have no row this month; most such come back. */
    ABSENT_CUSTOMERS("고객 일시 부재", "Customers absent"),
    /** Explained by an alert of a higher level. */
    FOLDED("상위 알림에 포함", "Part of a wider alert");

    private final Label label;

    Guardrail(String ko, String en) {
        this.label = new Label(ko, en);
    }

    public Label label() {
        return label;
    }
}
