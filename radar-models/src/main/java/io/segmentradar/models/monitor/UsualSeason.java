package io.segmentradar.models.monitor;

import org.apache.commons.math3.distribution.FDistribution;

/**
 * What a month of the year does beyond the others: card spending in December, deposits before a festival. Months of the
 * year are a random effect (Searle, Casella and McCulloch 1992): their means are drawn towards the mean of all months, the
 * more so the less they tell, and count only if they differ by more than chance (F test).
 */
final class UsualSeason {
    private static final int YEAR = 12;

    /** Earlier years in which the present month must be known. */
    private static final int LEAST_YEARS = 2;

    private static final double SIGNIFICANT = 0.05;

    private final double[] places;
    private final int now;
    private final double[] sums = new double[YEAR];
    private final int[] counts = new int[YEAR];
    private double sum;
    private int known;

    private UsualSeason(double[] places) {
        this.places = places;
        this.now = places.length - 1;
        for (int i = 0; i < now; i++) {
            if (!Double.isNaN(places[i])) {
                sums[i % YEAR] += places[i];
                counts[i % YEAR]++;
                sum += places[i];
                known++;
            }
        }
    }

    /**
     * What each month is expected to differ from the mean of all, by its season in the other years.
     *
     * @param places one figure for each of consecutive months, the last one the present; NaN where unknown
     * @return as many figures; all 0 if there is no season to speak of or fewer than two earlier years are known
     */
    static double[] expected(double[] places) {
        return new UsualSeason(places).expected();
    }

    private double[] expected() {
        double[] expected = new double[places.length];
        int groups = 0;
        double between = 0;
        double within = 0;
        for (int g = 0; g < YEAR; g++) {
            if (counts[g] > 0) {
                groups++;
                double gap = sums[g] / counts[g] - sum / known;
                between += counts[g] * gap * gap;
            }
        }
        for (int i = 0; i < now; i++) {
            if (!Double.isNaN(places[i])) {
                double gap = places[i] - sums[i % YEAR] / counts[i % YEAR];
                within += gap * gap;
            }
        }
        if (counts[now % YEAR] < LEAST_YEARS || groups < 2 || known <= groups || between == 0) {
            return expected;
        }
        between /= groups - 1;
        within /= known - groups;
        boolean chance = within > 0
                && new FDistribution(null, groups - 1, known - groups).cumulativeProbability(between / within)
                        < 1 - SIGNIFICANT;
        double variance = (between - within) * groups / known;
        for (int i = 0; i <= now && !chance; i++) {
            int g = i % YEAR;
            boolean own = i < now && !Double.isNaN(places[i]);
            int others = counts[g] - (own ? 1 : 0);
            if (others > 0) {
                double mean = (sums[g] - (own ? places[i] : 0)) / others;
                expected[i] = (mean - sum / known) * others * variance / (others * variance + within);
            }
        }
        return expected;
    }
}
