package io.segmentradar.models.fx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Erf;

/**
 * Hidden Markov chain whose states emit normal values (Baum et al. 1970; Rabiner 1989, section III). States are ordered
 * by their standard deviation, the calmest first. Fitted by expectation maximisation with a few imagined transitions, so
 * that no state swallows or loses another for good.
 */
final class GaussianHmm {
    static final int STATES = 3;

    private static final double[] START_QUANTILES = {0.4, 0.7, 0.95};
    private static final double IMAGINED_STAYS = 8;
    private static final double IMAGINED_MOVES = 1;
    private static final double LEAST_DEVIATION = 0.05;
    private static final double TOLERANCE = 1e-5;

    private final double[] first;
    private final double[][] transition;
    private final double[] mean;
    private final double[] deviation;

    GaussianHmm(double[] first, double[][] transition, double[] mean, double[] deviation) {
        this.first = first.clone();
        this.transition = Arrays.stream(transition).map(double[]::clone).toArray(double[][]::new);
        this.mean = mean.clone();
        this.deviation = deviation.clone();
    }

    double mean(int state) {
        return mean[state];
    }

    double deviation(int state) {
        return deviation[state];
    }

    /** Probability of a move from one state to another within a month. */
    double transition(int from, int to) {
        return transition[from][to];
    }

    /** A chain to begin with: deviations from the lower, the upper and the extreme absolute values. */
    static GaussianHmm start(double[] x) {
        double[] sizes = Arrays.stream(x).map(Math::abs).sorted().toArray();
        double[] deviation = new double[STATES];
        double[][] transition = new double[STATES][STATES];
        for (int s = 0; s < STATES; s++) {
            double size = sizes[(int) (START_QUANTILES[s] * (sizes.length - 1))];
            deviation[s] = Math.max(size, LEAST_DEVIATION * spread(x)) + 1e-12;
            Arrays.fill(transition[s], 0.1);
            transition[s][s] = 0.8;
        }
        double[] first = new double[STATES];
        Arrays.fill(first, 1.0 / STATES);
        return new GaussianHmm(first, transition, new double[STATES], deviation);
    }

    /** Improves this chain on the values until the likelihood stands still. */
    GaussianHmm fit(double[] x, int mostRounds) {
        GaussianHmm best = this;
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < mostRounds; round++) {
            Smoothed smoothed = best.smooth(x);
            if (smoothed.logLikelihood - before < TOLERANCE * x.length) {
                break;
            }
            before = smoothed.logLikelihood;
            best = smoothed.estimate(x);
        }
        return best.inOrder();
    }

    /** Probability of each state at each value given it and those before, never those after. */
    double[][] filter(double[] x) {
        double[][] filtered = new double[x.length][];
        for (int t = 0; t < x.length; t++) {
            filtered[t] = t == 0 ? update(first, x[0]) : next(filtered[t - 1], x[t]);
        }
        return filtered;
    }

    /** Filtered probabilities a month on. */
    double[] next(double[] filtered, double x) {
        return update(ahead(filtered, 1), x);
    }

    /** Probabilities of the states some months on, nothing more being known. */
    double[] ahead(double[] filtered, int months) {
        double[] now = filtered;
        for (int m = 0; m < months; m++) {
            double[] then = new double[STATES];
            for (int from = 0; from < STATES; from++) {
                for (int to = 0; to < STATES; to++) {
                    then[to] += now[from] * transition[from][to];
                }
            }
            now = then;
        }
        return now;
    }

    /** Probability that a value is farther from 0 than {@code bound}, the states having these probabilities. */
    double probabilityBeyond(double[] states, double bound) {
        double inside = 0;
        for (int s = 0; s < STATES; s++) {
            double scale = deviation[s] * Math.sqrt(2);
            inside += states[s] * 0.5 * Erf.erf((-bound - mean[s]) / scale, (bound - mean[s]) / scale);
        }
        return Math.max(0, Math.min(1, 1 - inside));
    }

    double logLikelihood(double[] x) {
        return smooth(x).logLikelihood;
    }

    private double[] update(double[] prior, double x) {
        double[] logs = new double[STATES];
        double most = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < STATES; s++) {
            logs[s] = Math.log(prior[s]) + logDensity(s, x);
            most = Math.max(most, logs[s]);
        }
        double sum = 0;
        for (int s = 0; s < STATES; s++) {
            logs[s] = Math.exp(logs[s] - most);
            sum += logs[s];
        }
        for (int s = 0; s < STATES; s++) {
            logs[s] /= sum;
        }
        return logs;
    }

    private double logDensity(int s, double x) {
        double z = (x - mean[s]) / deviation[s];
        return -0.5 * z * z - Math.log(deviation[s]) - 0.5 * Math.log(2 * Math.PI);
    }

    private GaussianHmm inOrder() {
        int[] order = IntStream.range(0, STATES)
                .boxed()
                .sorted(Comparator.comparingDouble(s -> deviation[s]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] moved = new double[STATES][STATES];
        for (int a = 0; a < STATES; a++) {
            for (int b = 0; b < STATES; b++) {
                moved[a][b] = transition[order[a]][order[b]];
            }
        }
        return new GaussianHmm(pick(first, order), moved, pick(mean, order), pick(deviation, order));
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(s -> values[s]).toArray();
    }

    private static double spread(double[] x) {
        double mean = Arrays.stream(x).average().orElse(0);
        return Math.sqrt(Arrays.stream(x)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0));
    }

    /** Forward and backward over scaled densities. */
    private Smoothed smooth(double[] x) {
        int n = x.length;
        double[][] density = new double[n][STATES];
        double logLikelihood = 0;
        for (int t = 0; t < n; t++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < STATES; s++) {
                density[t][s] = logDensity(s, x[t]);
                most = Math.max(most, density[t][s]);
            }
            for (int s = 0; s < STATES; s++) {
                density[t][s] = Math.exp(density[t][s] - most);
            }
            logLikelihood += most;
        }
        double[][] forward = new double[n][STATES];
        double[] scale = new double[n];
        for (int t = 0; t < n; t++) {
            double[] prior = t == 0 ? first : ahead(forward[t - 1], 1);
            for (int s = 0; s < STATES; s++) {
                forward[t][s] = prior[s] * density[t][s];
                scale[t] += forward[t][s];
            }
            for (int s = 0; s < STATES; s++) {
                forward[t][s] /= scale[t];
            }
            logLikelihood += Math.log(scale[t]);
        }
        double[][] backward = new double[n][STATES];
        Arrays.fill(backward[n - 1], 1);
        for (int t = n - 2; t >= 0; t--) {
            for (int s = 0; s < STATES; s++) {
                for (int to = 0; to < STATES; to++) {
                    backward[t][s] += transition[s][to] * density[t + 1][to] * backward[t + 1][to] / scale[t + 1];
                }
            }
        }
        return new Smoothed(density, forward, backward, scale, logLikelihood);
    }

    /** What the values say about the states of this chain. */
    private final class Smoothed {
        private final double[][] density;
        private final double[][] forward;
        private final double[][] backward;
        private final double[] scale;
        private final double logLikelihood;

        private Smoothed(
                double[][] density, double[][] forward, double[][] backward, double[] scale, double logLikelihood) {
            this.density = density;
            this.forward = forward;
            this.backward = backward;
            this.scale = scale;
            this.logLikelihood = logLikelihood;
        }

        private GaussianHmm estimate(double[] x) {
            double least = LEAST_DEVIATION * spread(x);
            double[] means = new double[STATES];
            double[] deviations = new double[STATES];
            double[] weight = new double[STATES];
            double[] start = new double[STATES];
            for (int s = 0; s < STATES; s++) {
                start[s] = forward[0][s] * backward[0][s];
                for (int t = 0; t < x.length; t++) {
                    weight[s] += forward[t][s] * backward[t][s];
                    means[s] += forward[t][s] * backward[t][s] * x[t];
                }
                means[s] = weight[s] > 0 ? means[s] / weight[s] : mean[s];
                double squares = 0;
                for (int t = 0; t < x.length; t++) {
                    squares += forward[t][s] * backward[t][s] * (x[t] - means[s]) * (x[t] - means[s]);
                }
                deviations[s] = weight[s] > 0 ? Math.max(least, Math.sqrt(squares / weight[s])) : deviation[s];
            }
            return new GaussianHmm(start, transitions(x.length), means, deviations);
        }

        private double[][] transitions(int n) {
            double[][] counts = new double[STATES][STATES];
            for (int from = 0; from < STATES; from++) {
                double sum = 0;
                for (int to = 0; to < STATES; to++) {
                    counts[from][to] = from == to ? IMAGINED_STAYS : IMAGINED_MOVES;
                    for (int t = 0; t + 1 < n; t++) {
                        counts[from][to] += forward[t][from]
                                * transition[from][to]
                                * density[t + 1][to]
                                * backward[t + 1][to]
                                / scale[t + 1];
                    }
                    sum += counts[from][to];
                }
                for (int to = 0; to < STATES; to++) {
                    counts[from][to] /= sum;
                }
            }
            return counts;
        }
    }
}
