package io.segmentradar.features.sample;

import io.segmentradar.features.sample.Economy.Tide;

/** What customers spend and move in a month: cards, channels, and the current account's inflow and outflow. */
final class Payments {
    private static final double TURNOVER_MEMORY = 0.6;
    private static final double TURNOVER_SHOCK = 0.33;
    private static final double CARD_MEMORY = 0.4;
    private static final double CARD_SHOCK = 0.27;
    private static final double QUIET_MONTH = 0.03;
    private static final double SMART_GROWTH = 0.003;
    private static final double PHONE_DECLINE = 0.012;

    private final Portfolio portfolio;
    private final float[] turnover;
    private final float[] cards;

    Payments(Portfolio portfolio, int customers) {
        this.portfolio = portfolio;
        turnover = new float[customers];
        cards = new float[customers];
    }

    /** Cards and channels. */
    void fill(SampleRow row, int month, Economy economy, RandomStream random) {
        int customer = row.customer();
        turnover[customer] = (float) (TURNOVER_MEMORY * turnover[customer] + TURNOVER_SHOCK * random.normal());
        cards[customer] = (float) (CARD_MEMORY * cards[customer] + CARD_SHOCK * random.normal());
        double spending = economy.effect(Tide.CARDS, row.cell()) + cards[customer];
        use(row, Product.CREDIT_CARD, Amount.CREDIT_CARD, spending);
        use(row, Product.DEBIT_CARD, Amount.DEBIT_CARD, spending + 0.15 * random.normal());
        if (row.get(Amount.CREDIT_CARD) > 0) {
            row.set(Count.CREDIT_CARDS, 1.8, portfolio.standing(customer, Product.CREDIT_CARD));
        }
        fillChannels(row, month, activity(row, economy), random);
    }

    /**
     * Inflow and outflow of the current account. Their difference is the change of its balance; customers without a
     * balance pass on what comes in.
     *
     * @param change of the demand balance, NaN if this is the customer's first row
     */
    void fillFlows(SampleRow row, double change, Economy economy, RandomStream random) {
        if (random.chance(QUIET_MONTH) && change == 0) {
            return;
        }
        double usual = portfolio.level(row.customer(), Product.TURNOVER) + activity(row, economy);
        double out = row.vigour() * StrictMath.exp(usual + 0.1 * random.normal());
        double in;
        if (Double.isNaN(change) || change == 0) {
            in = out * random.noise(0.05);
        } else {
            in = Math.max(0, out + change);
            out = in - change;
        }
        row.set(Amount.INFLOW, in);
        row.set(Amount.OUTFLOW, out);
    }

    private void fillChannels(SampleRow row, int month, double activity, RandomStream random) {
        int customer = row.customer();
        if (portfolio.holds(customer, Product.INTERNET_BANKING)) {
            use(row, Product.INTERNET_BANKING, Amount.INTERNET, activity + 0.08 * random.normal());
            use(row, Product.SMART_BANKING, Amount.SMART, activity + SMART_GROWTH * month);
            row.set(Count.INTERNET, 22, 0.5 * portfolio.standing(customer, Product.INTERNET_BANKING) + 0.8 * activity);
            row.set(Count.SMART, 10, 0.6 * portfolio.standing(customer, Product.SMART_BANKING) + 0.9 * random.normal());
        }
        if (random.chance(frequency(customer, Product.COUNTER, 0.43))) {
            use(row, Product.COUNTER, Amount.COUNTER, activity + 0.7 * random.normal());
            row.set(Count.COUNTER, 3, random.normal());
        }
        if (random.chance(frequency(customer, Product.PHONE_BANKING, 0.33))) {
            use(row, Product.PHONE_BANKING, Amount.PHONE, activity - PHONE_DECLINE * month);
        }
        if (row.get(Amount.PHONE) > 0) {
            row.set(Count.PHONE, 2.4, 1.2 * random.normal());
        }
        if (random.chance(frequency(customer, Product.CASH_MACHINE, 0.33))) {
            use(row, Product.CASH_MACHINE, Amount.CASH_MACHINE, activity + 0.4 * random.normal());
            row.set(Count.CASH_MACHINE, 3.3, random.normal());
        }
        use(row, Product.AUTO_TRANSFER, Amount.AUTO_TRANSFER, 0.7 * activity + 0.1 * random.normal());
        if (row.get(Amount.AUTO_TRANSFER) > 0) {
            row.set(Count.AUTO_TRANSFER, 4, 1.3 * random.normal());
        }
    }

    private double activity(SampleRow row, Economy economy) {
        return economy.effect(Tide.TURNOVER, row.cell()) + turnover[row.customer()];
    }

    /** How often a customer uses a channel that is not used every month: some often, some hardly ever. */
    private double frequency(int customer, Product product, double usual) {
        double odds = usual / (1 - usual) * StrictMath.exp(1.2 * portfolio.standing(customer, product));
        return odds / (1 + odds);
    }

    private void use(SampleRow row, Product product, Amount amount, double effect) {
        if (portfolio.holds(row.customer(), product)) {
            double usual = portfolio.level(row.customer(), product);
            row.set(amount, row.vigour() * StrictMath.exp(usual + effect));
        }
    }
}
