package io.segmentradar.features.sample;

/** The count columns of the layout, in its order: accounts and cards (개), transactions (건). */
enum Count {
    DEMAND_DEPOSITS("요구불예금좌수", "개"),
    TERM_DEPOSITS("거치식예금좌수", "개"),
    INSTALMENT_DEPOSITS("적립식예금좌수", "개"),
    FUNDS("수익증권좌수", "개"),
    TRUSTS("신탁좌수", "개"),
    PENSIONS("퇴직연금좌수", "개"),
    WORKING_LOANS("여신_운전자금대출좌수", "개"),
    FACILITY_LOANS("여신_시설자금대출좌수", "개"),
    CREDIT_CARDS("신용카드개수", "개"),
    EXPORTS("외환_수출실적거래건수", "건"),
    IMPORTS("외환_수입실적거래건수", "건"),
    COUNTER("창구거래건수", "건"),
    INTERNET("인터넷뱅킹거래건수", "건"),
    SMART("스마트뱅킹거래건수", "건"),
    PHONE("폰뱅킹거래건수", "건"),
    CASH_MACHINE("ATM거래건수", "건"),
    AUTO_TRANSFER("자동이체거래건수", "건");

    private static final int[] BAND_TOPS = {2, 5, 10, 20, 50};

    private final String column;
    private final String unit;

    Count(String column, String unit) {
        this.column = column;
        this.unit = unit;
    }

    String column() {
        return column;
    }

    /** How a bank writes a count: exactly up to two, then the band it falls in. */
    String text(int count) {
        if (count <= BAND_TOPS[0]) {
            return count + unit;
        }
        for (int i = 1; i < BAND_TOPS.length; i++) {
            if (count <= BAND_TOPS[i]) {
                return BAND_TOPS[i - 1] + unit + "초과 " + BAND_TOPS[i] + unit + "이하";
            }
        }
        return BAND_TOPS[BAND_TOPS.length - 1] + unit + " 초과";
    }
}
