package io.segmentradar.features.sample;

import io.segmentradar.features.sample.Market.Industry;
import io.segmentradar.features.sample.RandomStream.Purpose;

/**
 * Draws where customers stand: most in the bank's home markets (every bank has its own affinities between industries
 * and provinces), the rest scattered evenly, which gives the long tail of segments with a customer or two.
 */
final class Places {
    private static final double SCATTERED = 0.18;
    private static final double AFFINITY_SPREAD = 0.9;
    /** Above 1: home markets stand out more than the plain shares say, since those include the scattered. */
    private static final double HOME_MARKETS = 1.45;

    private static final double STANDING_SPREAD = 0.6;

    private final double[] industries;
    private final double[][] provinces;
    private final double[][] standings;

    Places(Market market, long seed) {
        industries = cumulated(
                market.industries().stream().mapToDouble(Industry::share).toArray());
        provinces = new double[market.industries().size()][];
        standings = new double[market.industries().size()][market.provinces().size()];
        RandomStream random = new RandomStream();
        for (int industry = 0; industry < provinces.length; industry++) {
            random.startAt(seed, Purpose.AFFINITY, industry, 0);
            int region = market.industries().get(industry).region();
            provinces[industry] = cumulated(market.provinces().stream()
                    .mapToDouble(province -> province.weights().get(region) * random.noise(AFFINITY_SPREAD))
                    .toArray());
            for (int province = 0; province < standings[industry].length; province++) {
                standings[industry][province] = STANDING_SPREAD * random.normal();
            }
        }
    }

    /**
     * Where a customer stands.
     *
     * @param standing how good customers of this place are on average, in standard deviations: grades depend on it
     * @param scattered whether it is outside the bank's home markets
     */
    record Place(int industry, int province, double standing, boolean scattered) {}

    Place draw(RandomStream random) {
        boolean scattered = random.chance(SCATTERED);
        int industry = scattered ? random.below(industries.length) : draw(industries, random);
        int province = scattered ? random.below(provinces[industry].length) : draw(provinces[industry], random);
        return new Place(industry, province, standings[industry][province], scattered);
    }

    private static double[] cumulated(double[] weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += StrictMath.pow(weights[i], HOME_MARKETS);
            sums[i] = sum;
        }
        return sums;
    }

    private static int draw(double[] sums, RandomStream random) {
        double at = random.uniform() * sums[sums.length - 1];
        int i = 0;
        while (sums[i] <= at) {
            i++;
        }
        return i;
    }
}
