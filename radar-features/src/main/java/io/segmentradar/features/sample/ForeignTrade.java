package io.segmentradar.features.sample;

/**
 * Exports and imports of the few customers who trade abroad. A weak won lifts exports and depresses imports a month
 * later; a few customers do only one of the two.
 */
final class ForeignTrade {
    private static final double MEMORY = 0.5;
    private static final double SHOCK = 0.24;
    private static final double EXPORT_SENSITIVITY = 1.6;
    private static final double IMPORT_SENSITIVITY = -1.2;
    private static final double ACTIVE_MONTHS = 0.93;

    private final Portfolio portfolio;
    private final ExchangeRate rate;
    private final float[] volume;

    ForeignTrade(Portfolio portfolio, ExchangeRate rate, int customers) {
        this.portfolio = portfolio;
        this.rate = rate;
        volume = new float[customers];
    }

    void fill(SampleRow row, int month, RandomStream random) {
        int customer = row.customer();
        if (!portfolio.holds(customer, Product.FOREIGN_TRADE)) {
            return;
        }
        volume[customer] = (float) (MEMORY * volume[customer] + SHOCK * random.normal());
        if (!random.chance(ACTIVE_MONTHS)) {
            return;
        }
        double weakness = rate.weakness(month);
        int kind = customer % 8;
        if (kind != 0) {
            trade(row, Product.EXPORT, Amount.EXPORTS, volume[customer] + EXPORT_SENSITIVITY * weakness);
            row.set(Count.EXPORTS, 1.9, 0.8 * random.normal());
        }
        if (kind != 1) {
            trade(row, Product.IMPORT, Amount.IMPORTS, volume[customer] + IMPORT_SENSITIVITY * weakness);
            row.set(Count.IMPORTS, 1.9, 0.8 * random.normal());
        }
    }

    private void trade(SampleRow row, Product product, Amount amount, double effect) {
        row.set(amount, row.vigour() * StrictMath.exp(portfolio.level(row.customer(), product) + effect));
    }
}
