package io.segmentradar.features.sample;

/**
 * What a customer may hold or use, with its spread over customers; the figures are those of a regional Korean bank's
 * corporate customers, in million KRW a month or at month end.
 */
enum Product {
    DEMAND_DEPOSIT(0.70, 60, 1.85),
    TERM_DEPOSIT(0.33, 23, 1.95),
    /** Monthly instalment. */
    INSTALMENT(0.26, 0.24, 2.3),
    FUND(0.075, 18, 1.7),
    TRUST(0.08, 22, 1.7),
    PENSION(0.14, 32, 1.75),
    /** A credit line; the figure is its limit for working capital. */
    CREDIT_LINE(0.78, 230, 1.65),
    WORKING_LOAN(0.89, 1, 0),
    FACILITY_LOAN(0.63, 110, 1.7),
    CREDIT_CARD(0.58, 2.2, 1.4),
    DEBIT_CARD(0.36, 0.27, 1.9),
    INTERNET_BANKING(0.68, 145, 1.45),
    SMART_BANKING(1, 36, 1.65),
    PHONE_BANKING(0.40, 0.35, 2.6),
    COUNTER(1, 8, 1.9),
    CASH_MACHINE(1, 0.55, 1.85),
    AUTO_TRANSFER(0.54, 7, 1.85),
    /** What goes through the current account. */
    TURNOVER(1, 78, 1.75),
    FOREIGN_TRADE(0.073, 1, 0),
    EXPORT(1, 0.042, 1.75),
    IMPORT(1, 0.030, 1.75);

    /** Share of the spread that follows the customer's size. */
    private static final double SIZE_LOADING = 0.75;

    private static final double OWN_LOADING = StrictMath.sqrt(1 - SIZE_LOADING * SIZE_LOADING);

    private final double share;
    private final double logMedian;
    private final double spread;

    Product(double share, double median, double spread) {
        this.share = share;
        this.logMedian = StrictMath.log(median);
        this.spread = spread;
    }

    double share() {
        return share;
    }

    /** The usual log amount of a customer of a size (standard normal) with an own deviation (standard normal). */
    double level(double size, double own) {
        return logMedian + spread * (SIZE_LOADING * size + OWN_LOADING * own);
    }

    /** How large a level is among customers, in standard deviations; 0 where all are alike. */
    double standing(double level) {
        return spread == 0 ? 0 : (level - logMedian) / spread;
    }
}
