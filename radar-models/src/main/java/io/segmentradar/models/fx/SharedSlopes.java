package io.segmentradar.models.fx;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Slopes of many series on one common regressor, shrunk in two steps: a series towards its group, a group towards all
 * (normal hierarchical model with estimated variances, Efron and Morris 1975; variances by the moment equation of Paule
 * and Mandel 1982). Shocks that all series share do not average out over series, so their share of the error, that of
 * the slope of the mean series, is added to every slope.
 */
final class SharedSlopes {
    private static final double INTERVAL = 0.95;
    private static final int LEAST_MONTHS = 12;

    private final double[] x;
    private final double[][] y;
    private final int[] group;
    private final int groups;
    private final double[] slope;
    private final double[] variance;
    private final int[] months;
    private final double[] posterior;
    private final double[] deviation;

    /**
     * @param x regressor by month, NaN where unknown
     * @param y series by row and month, NaN where unknown
     * @param group of each series, from 0
     */
    SharedSlopes(double[] x, double[][] y, int[] group) {
        this.x = x;
        this.y = y;
        this.group = group;
        this.groups = Arrays.stream(group).max().orElse(-1) + 1;
        int n = y.length;
        slope = new double[n];
        variance = new double[n];
        months = new int[n];
        posterior = new double[n];
        deviation = new double[n];
        estimate();
    }

    /** True if a series has enough months for a slope. */
    boolean has(int series) {
        return months[series] >= LEAST_MONTHS;
    }

    int months(int series) {
        return months[series];
    }

    double slope(int series) {
        return posterior[series];
    }

    /** Posterior standard deviation. */
    double deviation(int series) {
        return deviation[series];
    }

    /** Half the width of the 90 % interval, by Student's t with the months of the series. */
    double halfWidth(int series) {
        return new TDistribution(Math.max(1, months[series] - 2)).inverseCumulativeProbability(INTERVAL)
                * deviation[series];
    }

    private void estimate() {
        double[] mean = meanSeries(y, null);
        for (int s = 0; s < y.length; s++) {
            Line line = new Line(x, y[s], LEAST_MONTHS);
            months[s] = line.months;
            if (has(s)) {
                slope[s] = line.slope;
                variance[s] = Math.max(new Line(x, minus(y[s], mean), LEAST_MONTHS).variance, 1e-12);
            }
        }
        if (Arrays.stream(months).noneMatch(m -> m >= LEAST_MONTHS)) {
            return;
        }
        double shared = new Line(x, meanSeries(y, variance), LEAST_MONTHS).variance;
        double within = withinVariance();
        double[] groupSlope = new double[groups];
        double[] groupVariance = new double[groups];
        double centre = groupSlopes(within, groupSlope, groupVariance);
        double between = betweenVariance(groupSlope, groupVariance, centre);
        for (int s = 0; s < y.length; s++) {
            if (has(s)) {
                int g = group[s];
                double toGroup = between / (between + groupVariance[g]);
                double prior = centre + toGroup * (groupSlope[g] - centre);
                double priorVariance = toGroup * groupVariance[g];
                double own = within / (within + variance[s]);
                posterior[s] = prior + own * (slope[s] - prior);
                deviation[s] = Math.sqrt(own * variance[s] + (1 - own) * (1 - own) * priorVariance + shared);
            }
        }
    }

    /** Variance of slopes within groups: what is left of their scatter when their errors are accounted for. */
    private double withinVariance() {
        int n = 0;
        boolean[] seen = new boolean[groups];
        for (int s = 0; s < y.length; s++) {
            if (has(s)) {
                n += seen[group[s]] ? 1 : 0;
                seen[group[s]] = true;
            }
        }
        int freedom = n;
        return solve(tau -> {
            double[] of = new double[groups];
            groupSlopes(tau, of, new double[groups]);
            double sum = -freedom;
            for (int s = 0; s < y.length; s++) {
                if (has(s)) {
                    double distance = slope[s] - of[group[s]];
                    sum += distance * distance / (variance[s] + tau);
                }
            }
            return sum;
        });
    }

    private double betweenVariance(double[] groupSlope, double[] groupVariance, double centre) {
        long known = Arrays.stream(groupVariance).filter(v -> v > 0).count();
        return solve(tau -> {
            double sum = 1.0 - known;
            for (int g = 0; g < groups; g++) {
                if (groupVariance[g] > 0) {
                    double distance = groupSlope[g] - centre;
                    sum += distance * distance / (groupVariance[g] + tau);
                }
            }
            return sum;
        });
    }

    /** Weighted mean of each group's slopes with its variance; returns that of the groups. */
    private double groupSlopes(double within, double[] mean, double[] varianceOfMean) {
        double[] weights = new double[groups];
        for (int s = 0; s < y.length; s++) {
            if (has(s)) {
                double weight = 1 / (variance[s] + within);
                weights[group[s]] += weight;
                mean[group[s]] += weight * slope[s];
            }
        }
        double sum = 0;
        double all = 0;
        for (int g = 0; g < groups; g++) {
            if (weights[g] > 0) {
                sum += mean[g];
                all += weights[g];
                mean[g] /= weights[g];
                varianceOfMean[g] = 1 / weights[g];
            }
        }
        return sum / all;
    }

    /** The root of a falling function over variances; 0 where it is negative from the start. */
    private static double solve(DoubleUnaryOperator falling) {
        if (falling.applyAsDouble(0) <= 0) {
            return 0;
        }
        double high = 1e-6;
        while (falling.applyAsDouble(high) > 0 && high < 1e12) {
            high *= 4;
        }
        UnivariateFunction function = falling::applyAsDouble;
        return new BrentSolver(1e-9 * high).solve(200, function, 0, high);
    }

    /** Mean over series by month, weighted by one over the variance if given; NaN where no series is known. */
    private static double[] meanSeries(double[][] y, double[] variance) {
        int n = y.length == 0 ? 0 : y[0].length;
        double[] mean = new double[n];
        for (int t = 0; t < n; t++) {
            double sum = 0;
            double weights = 0;
            for (int s = 0; s < y.length; s++) {
                double weight = variance == null ? 1 : variance[s] > 0 ? 1 / variance[s] : 0;
                if (!Double.isNaN(y[s][t]) && weight > 0) {
                    sum += weight * y[s][t];
                    weights += weight;
                }
            }
            mean[t] = weights > 0 ? sum / weights : Double.NaN;
        }
        return mean;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int t = 0; t < a.length; t++) {
            difference[t] = a[t] - b[t];
        }
        return difference;
    }

    /** Least squares with a constant over the months known on both sides. */
    private static final class Line {
        private final int months;
        private final double slope;
        private final double variance;

        Line(double[] x, double[] y, int least) {
            double n = 0;
            double meanX = 0;
            double meanY = 0;
            for (int t = 0; t < x.length; t++) {
                if (!Double.isNaN(x[t] + y[t])) {
                    n++;
                    meanX += (x[t] - meanX) / n;
                    meanY += (y[t] - meanY) / n;
                }
            }
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (int t = 0; t < x.length; t++) {
                if (!Double.isNaN(x[t] + y[t])) {
                    xx += (x[t] - meanX) * (x[t] - meanX);
                    xy += (x[t] - meanX) * (y[t] - meanY);
                    yy += (y[t] - meanY) * (y[t] - meanY);
                }
            }
            boolean enough = n >= least && xx > 0;
            months = enough ? (int) n : 0;
            slope = enough ? xy / xx : 0;
            variance = enough ? Math.max(0, yy - slope * xy) / (n - 2) / xx : 0;
        }
    }
}
