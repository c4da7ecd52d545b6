package io.segmentradar.features.sample;

import io.segmentradar.features.sample.Economy.Tide;

/** Credit lines and loans of all customers: limits move seldom and in steps, their use moves all the time. */
final class Credit {
    private static final double USE_MEMORY = 0.92;
    private static final double USE_SHOCK = 0.24;
    private static final double USUAL_USE = 1.0;
    private static final double RAISE = 0.03;
    private static final double CUT = 0.004;
    private static final double OVERDRAFT = 0.003;
    private static final double REPAID_A_MONTH = 0.012;
    private static final double NEW_FACILITY = 0.012;

    private final Portfolio portfolio;
    private final float[] use;
    /** Limit for working capital, 0 before the first row. */
    private final double[] line;

    private final double[] facility;
    private final double[] facilityLimit;

    Credit(Portfolio portfolio, int customers) {
        this.portfolio = portfolio;
        use = new float[customers];
        line = new double[customers];
        facility = new double[customers];
        facilityLimit = new double[customers];
    }

    void fill(SampleRow row, Economy economy, RandomStream random) {
        int customer = row.customer();
        if (!portfolio.holds(customer, Product.CREDIT_LINE)) {
            return;
        }
        double tide = StrictMath.exp(economy.effect(Tide.LOANS, row.cell()));
        double limit = 0;
        if (portfolio.holds(customer, Product.WORKING_LOAN)) {
            double drawn = drawnShare(customer, random);
            moveLine(customer, drawn, random);
            limit += line[customer];
            double ceiling = random.chance(OVERDRAFT) ? 1.08 : 1;
            row.set(Amount.WORKING_LOANS, row.vigour() * line[customer] * Math.min(ceiling, drawn * tide * ceiling));
            row.set(Count.WORKING_LOANS, 2.2, portfolio.standing(customer, Product.CREDIT_LINE));
        }
        if (portfolio.holds(customer, Product.FACILITY_LOAN)) {
            moveFacility(customer, random);
            limit += facilityLimit[customer];
            row.set(Amount.FACILITY_LOANS, row.vigour() * facility[customer] * tide);
            row.set(Count.FACILITY_LOANS, 1.9, portfolio.standing(customer, Product.FACILITY_LOAN));
        }
        row.set(Amount.CREDIT_LIMIT, row.vigour() * limit);
    }

    private double drawnShare(int customer, RandomStream random) {
        use[customer] = (float) (USE_MEMORY * use[customer] + USE_SHOCK * random.normal());
        double habit = USUAL_USE + 0.9 * portfolio.standing(customer, Product.AUTO_TRANSFER);
        return 0.04 + 0.94 / (1 + StrictMath.exp(-habit - use[customer]));
    }

    private void moveLine(int customer, double drawn, RandomStream random) {
        if (line[customer] == 0) {
            line[customer] = StrictMath.exp(portfolio.level(customer, Product.CREDIT_LINE));
        } else if (random.chance(RAISE * drawn)) {
            line[customer] *= random.between(1.02, 1.15);
        } else if (random.chance(CUT)) {
            line[customer] *= random.between(0.7, 0.95);
        }
    }

    private void moveFacility(int customer, RandomStream random) {
        double usual = StrictMath.exp(portfolio.level(customer, Product.FACILITY_LOAN));
        if (facility[customer] == 0) {
            facility[customer] = usual * random.between(0.6, 1.3);
        }
        facility[customer] *= (1 - REPAID_A_MONTH) * random.noise(0.02);
        if (random.chance(NEW_FACILITY)) {
            facility[customer] += usual * random.between(0.3, 1.5);
        }
        if (facilityLimit[customer] < facility[customer] || facilityLimit[customer] > 1.4 * facility[customer]) {
            facilityLimit[customer] = 1.1 * facility[customer];
        }
    }
}
