package io.segmentradar.features.sample;

import io.segmentradar.features.sample.Economy.Tide;
import java.util.Arrays;

/** Deposit accounts and investments of all customers, advanced month by month. */
final class Deposits {
    private static final double DEMAND_MEMORY = 0.55;
    private static final double DEMAND_SHOCK = 0.30;
    private static final double TERM_MEMORY = 0.97;
    private static final double TERM_SHOCK = 0.07;
    private static final int[] INSTALMENT_TERMS = {12, 24, 36};

    private final Portfolio portfolio;
    private final float[] demand;
    private final float[] term;
    private final float[] investments;
    /** Months paid into the running instalment deposit, −1 before the first. */
    private final byte[] paid;
    /** Demand balance of the latest row; NaN before the first. */
    private final double[] written;

    Deposits(Portfolio portfolio, int customers) {
        this.portfolio = portfolio;
        demand = new float[customers];
        term = new float[customers];
        investments = new float[customers];
        paid = new byte[customers];
        written = new double[customers];
        Arrays.fill(paid, (byte) -1);
        Arrays.fill(written, Double.NaN);
    }

    void fill(SampleRow row, Economy economy, RandomStream random) {
        int customer = row.customer();
        double tide = economy.effect(Tide.DEPOSITS, row.cell());
        demand[customer] = (float) (DEMAND_MEMORY * demand[customer] + DEMAND_SHOCK * random.normal());
        term[customer] = (float) (TERM_MEMORY * term[customer] + TERM_SHOCK * random.normal());
        investments[customer] = (float) (TERM_MEMORY * investments[customer] + 0.06 * random.normal());
        hold(row, Product.DEMAND_DEPOSIT, Amount.DEMAND_DEPOSITS, tide + demand[customer]);
        hold(row, Product.TERM_DEPOSIT, Amount.TERM_DEPOSITS, tide + term[customer]);
        hold(row, Product.FUND, Amount.FUNDS, investments[customer]);
        hold(row, Product.TRUST, Amount.TRUSTS, investments[customer]);
        hold(row, Product.PENSION, Amount.PENSIONS, investments[customer]);
        if (portfolio.holds(customer, Product.INSTALMENT)) {
            payInstalment(row, random);
        }
        count(row);
    }

    /** What the current account gained since the latest row, once events have had their say; NaN on the first row. */
    double demandChange(SampleRow row) {
        double now = row.get(Amount.DEMAND_DEPOSITS);
        double change = now - written[row.customer()];
        written[row.customer()] = now;
        return change;
    }

    private void hold(SampleRow row, Product product, Amount amount, double effect) {
        if (portfolio.holds(row.customer(), product)) {
            double usual = portfolio.level(row.customer(), product);
            row.set(amount, row.vigour() * StrictMath.exp(usual + effect));
        }
    }

    /** An instalment deposit grows month by month until it is due, and is then paid out and begun anew. */
    private void payInstalment(SampleRow row, RandomStream random) {
        int customer = row.customer();
        int due = INSTALMENT_TERMS[customer % INSTALMENT_TERMS.length];
        if (paid[customer] < 0) {
            paid[customer] = (byte) random.below(due);
        }
        paid[customer] = (byte) (paid[customer] % due + 1);
        double payment = StrictMath.exp(portfolio.level(customer, Product.INSTALMENT));
        row.set(Amount.INSTALMENT_DEPOSITS, row.vigour() * payment * paid[customer]);
    }

    private void count(SampleRow row) {
        int customer = row.customer();
        count(
                row,
                Amount.DEMAND_DEPOSITS,
                Count.DEMAND_DEPOSITS,
                3,
                portfolio.standing(customer, Product.DEMAND_DEPOSIT));
        count(row, Amount.TERM_DEPOSITS, Count.TERM_DEPOSITS, 1.7, portfolio.standing(customer, Product.TERM_DEPOSIT));
        count(
                row,
                Amount.INSTALMENT_DEPOSITS,
                Count.INSTALMENT_DEPOSITS,
                1.3,
                portfolio.standing(customer, Product.INSTALMENT));
        count(row, Amount.FUNDS, Count.FUNDS, 1.2, portfolio.standing(customer, Product.FUND));
        count(row, Amount.TRUSTS, Count.TRUSTS, 1.2, portfolio.standing(customer, Product.TRUST));
        count(row, Amount.PENSIONS, Count.PENSIONS, 1.1, portfolio.standing(customer, Product.PENSION));
    }

    private static void count(SampleRow row, Amount amount, Count count, double median, double deviation) {
        if (row.get(amount) > 0) {
            row.set(count, median, deviation);
        }
    }
}
