package io.segmentradar.features.sample;

/** The amount columns of the layout, in its order; million KRW. */
enum Amount {
    DEMAND_DEPOSITS("요구불예금잔액"),
    TERM_DEPOSITS("거치식예금잔액"),
    INSTALMENT_DEPOSITS("적립식예금잔액"),
    CREDIT_LIMIT("여신한도금액"),
    WORKING_LOANS("여신_운전자금대출잔액"),
    FACILITY_LOANS("여신_시설자금대출잔액"),
    EXPORTS("외환_수출실적금액"),
    IMPORTS("외환_수입실적금액"),
    CREDIT_CARD("신용카드사용금액"),
    DEBIT_CARD("체크카드사용금액"),
    COUNTER("창구거래금액"),
    INTERNET("인터넷뱅킹거래금액"),
    SMART("스마트뱅킹거래금액"),
    PHONE("폰뱅킹거래금액"),
    CASH_MACHINE("ATM거래금액"),
    AUTO_TRANSFER("자동이체금액"),
    INFLOW("요구불입금금액"),
    OUTFLOW("요구불출금금액"),
    FUNDS("수익증권잔액"),
    TRUSTS("신탁잔액"),
    PENSIONS("퇴직연금잔액");

    private final String column;

    Amount(String column) {
        this.column = column;
    }

    String column() {
        return column;
    }
}
