package io.segmentradar.report.text;

import io.segmentradar.core.kpi.Language;

/** The words of reports, workbooks, call sheets and messages, in both languages. */
public enum Phrase {
    MONTHLY_REPORT("월간 세그먼트 리포트", "Monthly segment report"),
    ALL("전체", "(all)"),
    WHOLE_BANK("은행 전체", "Whole bank"),
    DECISION("초안 · 최종 결정은 담당자가 합니다", "Draft, final decision by the owner"),
    ASSUMED("가정", "assumed"),
    ASSUMED_NOTE("가정에 따른 추정치", "estimate on the bank's assumptions"),
    TOTALS("총량과 예측", "Totals and forecast"),
    MONTH_ON_MONTH("전월 대비", "MoM"),
    FORECAST_OF("예측", "forecast"),
    ISSUES("이슈 TOP 5", "Issues TOP 5"),
    CHANCES("기회 TOP 5", "Chances TOP 5"),
    ACTIONS("추천 액션 TOP 10", "Actions TOP 10"),
    PER_TYPE("유형별 3건까지", "three of a type at most"),
    NO_ISSUES("예측을 크게 밑돈 세그먼트가 없습니다.", "No segment fell far below its forecast."),
    NO_CHANCES("상승 확률이 높은 세그먼트가 없습니다.", "No balance is likely to rise."),
    NO_ACTIONS("계획된 액션이 없습니다.", "No action is planned."),
    CAUSE_TO_ACTION("원인 → 액션", "cause → action"),
    ODDS("상승 확률", "odds of a rise"),
    ACTION("액션", "Action"),
    SEGMENT("세그먼트", "Segment"),
    OWNER("담당", "Owner"),
    DUE("기한", "Due"),
    EXPECTED_VALUE("기대 가치", "Expected value"),
    NEW_ALERTS("새 알림", "New alerts"),
    WORSE_ALERTS("악화된 알림", "Worsened alerts"),
    MY_ACTIONS("내 액션", "My actions"),
    CALL_SHEET("콜시트", "Call sheet"),
    EVERYWHERE("전 지역", "everywhere"),
    WHY("추천 사유", "Why"),
    TALKING_POINTS("대화 포인트", "Talking points"),
    FIGURES("현황", "Figures"),
    NOW("이번 달", "Now"),
    NEXT_MONTH("다음 달 예측", "Next month"),
    INTERVAL("예측구간 90%", "90% interval"),
    HOURS("소요 시간", "Hours"),
    CHANNEL("채널", "Channel"),
    URGENCY("긴급도", "Urgency"),
    AT_STAKE("대상 금액", "At stake"),
    PROBABILITY("확률", "Probability"),
    MARGIN("마진", "Margin"),
    EFFECT("효과", "Effect"),
    COST("비용", "Cost"),
    OUTCOME("결과", "Outcome"),
    AMOUNT("금액", "Amount"),
    NOTE("메모", "Note"),
    CALLS("건", "calls"),
    RUN("실행", "Run"),
    AS_OF("기준월", "As of"),
    ALERTS("조기경보", "Early warnings"),
    SEGMENTS("세그먼트", "Segments"),
    UNIT("단위", "Unit"),
    RATE("환율", "Exchange rate"),
    VOLATILITY("변동성", "volatility"),
    LARGE_MOVE("다음 달 %s 넘는 변동 확률 %s", "chance of a move above %s next month %s"),
    LARGE_MOVES_SO_FAR(" (과거 %s)", " (so far %s)"),
    NO_RATE("환율 자료 없음: 국면 미표시", "no exchange rate given, no regime"),
    CHART_KEY("점선 예측, 음영 80%·90% 예측구간", "Bands: 80%, 90%");

    private final String ko;
    private final String en;

    Phrase(String ko, String en) {
        this.ko = ko;
        this.en = en;
    }

    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }
}
