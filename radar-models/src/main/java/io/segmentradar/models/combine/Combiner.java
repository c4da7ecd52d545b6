package io.segmentradar.models.combine;

/**
 * Finds weights, non-negative and summing to 1, under which a mixture of methods had the least absolute error, pulled
 * towards prior weights (Bates and Granger 1969; the absolute loss matches how forecasts are judged). Convex, solved by
 * moving weight between pairs of methods in ever smaller steps; deterministic.
 */
final class Combiner {
    private static final double[] STEPS = {0.32, 0.16, 0.08, 0.04, 0.02};
    private static final int MAX_SWEEPS = 20;

    private Combiner() {}

    /**
     * @param errors method × sample, signed and already scaled; no NaN
     * @param prior weights in the absence of evidence
     * @param pull share of the loss that leaving the prior altogether costs; 0 ignores it
     */
    static double[] weights(double[][] errors, double[] prior, double pull) {
        int methods = errors.length;
        int n = methods == 0 ? 0 : errors[0].length;
        double[] weights = prior.clone();
        if (n == 0) {
            return weights;
        }
        double[] mixed = new double[n];
        for (int m = 0; m < methods; m++) {
            for (int i = 0; i < n; i++) {
                mixed[i] += weights[m] * errors[m][i];
            }
        }
        double base = size(mixed);
        double penalty = pull * base;
        double best = base;
        for (double step : STEPS) {
            boolean moved = true;
            for (int sweep = 0; moved && sweep < MAX_SWEEPS; sweep++) {
                moved = false;
                for (int from = 0; from < methods; from++) {
                    for (int to = 0; to < methods; to++) {
                        double move = Math.min(step, weights[from]);
                        if (from != to && move > 1e-9) {
                            double loss = moved(mixed, errors[from], errors[to], move)
                                    + penalty * distance(weights, prior, from, to, move);
                            if (loss < best * (1 - 1e-9)) {
                                best = loss;
                                apply(mixed, errors[from], errors[to], move);
                                weights[from] -= move;
                                weights[to] += move;
                                moved = true;
                            }
                        }
                    }
                }
            }
        }
        return weights;
    }

    private static double size(double[] mixed) {
        double sum = 0;
        for (double error : mixed) {
            sum += Math.abs(error);
        }
        return sum;
    }

    private static double moved(double[] mixed, double[] from, double[] to, double move) {
        double sum = 0;
        for (int i = 0; i < mixed.length; i++) {
            sum += Math.abs(mixed[i] + move * (to[i] - from[i]));
        }
        return sum;
    }

    private static void apply(double[] mixed, double[] from, double[] to, double move) {
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] += move * (to[i] - from[i]);
        }
    }

    /** Half the absolute difference to the prior after the move: 0 at the prior, 1 with nothing in common. */
    private static double distance(double[] weights, double[] prior, int from, int to, double move) {
        double sum = 0;
        for (int m = 0; m < weights.length; m++) {
            double weight = weights[m] + (m == to ? move : 0) - (m == from ? move : 0);
            sum += Math.abs(weight - prior[m]);
        }
        return sum / 2;
    }
}
