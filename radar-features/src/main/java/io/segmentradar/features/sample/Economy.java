package io.segmentradar.features.sample;

import io.segmentradar.features.calendar.CalendarMonth;
import io.segmentradar.features.sample.RandomStream.Purpose;

/**
 * What customers of a cell share in a month, as effects on log amounts: shocks of bank, industry, province and cell
 * that fade month by month (AR(1)), the industry's year, and the calendar.
 */
final class Economy {
    /** What moves together. */
    enum Tide {
        DEPOSITS(0.90, new double[] {0.012, 0.025, 0.012, 0.035}, 0.4),
        LOANS(0.95, new double[] {0.006, 0.012, 0.006, 0.015}, -0.15),
        CARDS(0.75, new double[] {0.015, 0.025, 0.012, 0.040}, 0.7),
        TURNOVER(0.75, new double[] {0.018, 0.035, 0.015, 0.045}, 1);

        private final double memory;
        private final double[] shocks;
        private final double season;

        Tide(double memory, double[] shocks, double season) {
            this.memory = memory;
            this.shocks = shocks;
            this.season = season;
        }
    }

    private static final Tide[] TIDES = Tide.values();
    private static final double USUAL_BUSINESS_DAYS = 20.6;

    private final Market market;
    private final long seed;
    /** Indexed by tide, then level (bank, industry, province, cell), then member. */
    private final double[][][] states;

    private final double[][] effects;

    Economy(Market market, long seed) {
        this.market = market;
        this.seed = seed;
        int[] members = {1, market.industries().size(), market.provinces().size(), market.cells()};
        states = new double[TIDES.length][members.length][];
        for (double[][] levels : states) {
            for (int level = 0; level < members.length; level++) {
                levels[level] = new double[members[level]];
            }
        }
        effects = new double[TIDES.length][market.cells()];
    }

    /** Moves on to a month; months come in order from 0. */
    void advance(int month, CalendarMonth calendar) {
        RandomStream random = new RandomStream();
        for (Tide tide : TIDES) {
            double[][] levels = states[tide.ordinal()];
            for (int level = 0; level < levels.length; level++) {
                random.startAt(seed, Purpose.ECONOMY, month, tide.ordinal() * 4L + level);
                for (int member = 0; member < levels[level].length; member++) {
                    double shock = tide.shocks[level] * random.normal();
                    levels[level][member] = tide.memory * levels[level][member] + shock;
                }
            }
            combine(tide, levels, calendar);
        }
    }

    /** The shared effect on the logs of a cell's amounts, this month. */
    double effect(Tide tide, int cell) {
        return effects[tide.ordinal()][cell];
    }

    private void combine(Tide tide, double[][] levels, CalendarMonth calendar) {
        double common = levels[0][0] + calendarEffect(tide, calendar);
        int monthOfYear = calendar.month().getMonthValue();
        for (int cell = 0; cell < effects[0].length; cell++) {
            int industry = market.industryOf(cell);
            double season = market.industries().get(industry).year().get(monthOfYear - 1);
            effects[tide.ordinal()][cell] = common
                    + tide.season * season
                    + levels[1][industry]
                    + levels[2][market.provinceOf(cell)]
                    + levels[3][cell];
        }
    }

    private static double calendarEffect(Tide tide, CalendarMonth calendar) {
        double festival = (0.6 * calendar.daysBeforeSeollal() + calendar.daysBeforeChuseok())
                / (double) CalendarMonth.SHOPPING_DAYS;
        double quarterEnd = calendar.quarterEnd() ? 1 : 0;
        double yearEnd = calendar.yearEnd() ? 1 : 0;
        return switch (tide) {
            case DEPOSITS -> 0.04 * quarterEnd + 0.02 * yearEnd - 0.03 * festival;
            case LOANS -> -0.006 * quarterEnd - 0.01 * yearEnd;
            case CARDS -> 0.10 * festival + 0.12 * yearEnd;
            case TURNOVER ->
                0.7 * StrictMath.log(calendar.businessDays() / USUAL_BUSINESS_DAYS)
                        + 0.12 * festival
                        + 0.05 * quarterEnd
                        + 0.10 * yearEnd;
        };
    }
}
