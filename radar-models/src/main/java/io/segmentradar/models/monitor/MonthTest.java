package io.segmentradar.models.monitor;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Is this month unlike the others? All segments of a month move together (a market, a season), so that months and not
 * segments are the independent observations; Student's t for one further observation.
 */
final class MonthTest {
    private MonthTest() {}

    /**
     * @param usual one figure a month, at least 3
     * @param recent mean of {@code months} later figures
     * @return t of the difference; infinite if the usual figures never differ but the recent one does
     */
    static double t(double[] usual, double recent, int months) {
        int n = usual.length;
        double mean = mean(usual);
        double squares = 0;
        for (double value : usual) {
            squares += (value - mean) * (value - mean);
        }
        double error = Math.sqrt(squares / (n - 1) * (1.0 / months + 1.0 / n));
        double gap = recent - mean;
        return Math.abs(gap) <= 1e-12 * Math.max(1, Math.abs(mean)) ? 0 : gap / error;
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double twoSided(double t, int usual) {
        return Math.min(1, 2 * upper(Math.abs(t), usual));
    }

    /** Probability of a larger t, with {@code usual} months to learn from. */
    static double upper(double t, int usual) {
        if (Double.isInfinite(t)) {
            return t > 0 ? 0 : 1;
        }
        return new TDistribution(null, usual - 1).cumulativeProbability(-t);
    }
}
