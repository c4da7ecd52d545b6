package io.segmentradar.features.sample;

import java.util.List;

/** KPIs that events befall, with the amounts they consist of. */
enum EventKpi {
    DEPOSITS("예금총잔액", 0.28, Amount.DEMAND_DEPOSITS, Amount.TERM_DEPOSITS, Amount.INSTALMENT_DEPOSITS),
    LOANS("대출총잔액", 0.20, Amount.WORKING_LOANS, Amount.FACILITY_LOANS),
    CARD_SPEND("카드총사용", 0.18, Amount.CREDIT_CARD, Amount.DEBIT_CARD),
    DIGITAL_AMOUNT("디지털거래금액", 0.20, Amount.INTERNET, Amount.SMART, Amount.PHONE),
    /** Inflow less outflow; here sized by the inflow. */
    NET_INFLOW("순유입", 0.10, Amount.INFLOW),
    FX_AMOUNT("FX총액", 0.04, Amount.EXPORTS, Amount.IMPORTS);

    private final String label;
    private final double share;
    private final List<Amount> amounts;

    EventKpi(String label, double share, Amount... amounts) {
        this.label = label;
        this.share = share;
        this.amounts = List.of(amounts);
    }

    /** The KPI's Korean label. */
    String label() {
        return label;
    }

    List<Amount> amounts() {
        return amounts;
    }

    double sum(SampleRow row) {
        double sum = 0;
        for (int i = 0; i < amounts.size(); i++) {
            sum += row.get(amounts.get(i));
        }
        return sum;
    }

    static EventKpi draw(RandomStream random) {
        double at = random.uniform();
        for (EventKpi kpi : values()) {
            at -= kpi.share;
            if (at < 0) {
                return kpi;
            }
        }
        return FX_AMOUNT;
    }
}
