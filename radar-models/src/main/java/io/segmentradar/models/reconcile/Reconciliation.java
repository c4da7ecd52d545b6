package io.segmentradar.models.reconcile;

import io.segmentradar.core.forecast.Reconciler;

/** Makes forecasts add up over the nodes of a {@link SummingStructure}, by one of the methods a bank can choose. */
public final class Reconciliation {
    /**
     * How much less a node above the segments counts than its own errors suggest. All levels are forecast from the same
     * months, so their errors are largely shared, which a diagonal covariance cannot say; at face value the upper levels
     * would push the largest segments around. What the sum of segments always has too much is a {@link CommonError}.
     */
    private static final double SHARED_ERRORS = 16;

    /** Origins of own errors that weigh as much as what is usual for a node of this size. */
    private static final double USUAL_ORIGINS = 8;

    private final Reconciler method;

    public Reconciliation(Reconciler method) {
        this.method = method;
    }

    /**
     * Coherent forecasts of all nodes; NaN where {@code base} is.
     *
     * @param base forecasts of all nodes; a node above the segments without a forecast is the sum of its segments
     * @param errors past errors, origin × node, NaN where unknown
     * @param usual usual size of each node's error, 0 for nodes that stand still
     * @param signed false if forecasts must not be negative
     */
    public double[] reconcile(
            SummingStructure structure, double[] base, double[][] errors, double[] usual, boolean signed) {
        double[] known = base.clone();
        double[] sums = base.clone();
        for (int i = structure.upper(); i < sums.length; i++) {
            double own = Double.isNaN(base[i]) ? 0 : base[i];
            sums[i] = signed ? own : Math.max(0, own);
            known[i] = sums[i];
        }
        structure.addUp(sums);
        for (int i = 0; i < structure.upper(); i++) {
            known[i] = Double.isNaN(base[i]) ? sums[i] : base[i];
        }
        double[] coherent = switch (method) {
            case BOTTOM_UP -> sums;
            case TOP_DOWN -> topDown(structure, known, sums);
            default -> new CoherentSolver(structure).solve(known, covariance(structure, known, errors, usual), signed);
        };
        for (int i = 0; i < coherent.length; i++) {
            coherent[i] = Double.isNaN(base[i]) ? Double.NaN : coherent[i];
        }
        return coherent;
    }

    private static double[] topDown(SummingStructure structure, double[] known, double[] sums) {
        double factor = sums[0] == 0 ? 1 : known[0] / sums[0];
        double[] divided = sums.clone();
        for (int i = structure.upper(); i < divided.length; i++) {
            divided[i] *= factor;
        }
        structure.addUp(divided);
        return divided;
    }

    private ErrorCovariance covariance(SummingStructure structure, double[] known, double[][] errors, double[] usual) {
        double[] variances = new double[known.length];
        double ratio = ratio(errors, usual);
        for (int i = 0; i < variances.length; i++) {
            if (usual[i] > 0) {
                variances[i] = method == Reconciler.OLS ? 1 : variance(errors, i, ratio * usual[i]);
            }
        }
        for (int i = 0; method == Reconciler.WLS && i < structure.upper(); i++) {
            variances[i] *= SHARED_ERRORS;
        }
        return switch (method) {
            case MINT_SHRINK -> ErrorCovariance.shrunk(variances, errors);
            case WLS ->
                ErrorCovariance.oneFactor(variances, CommonError.loadings(structure, errors, variances, SHARED_ERRORS));
            default -> ErrorCovariance.diagonal(variances);
        };
    }

    /** Own squared errors, cut at five times the usual size, and the usual size. */
    private static double variance(double[][] errors, int node, double usual) {
        double sum = USUAL_ORIGINS * usual * usual;
        double n = USUAL_ORIGINS;
        for (double[] origin : errors) {
            if (!Double.isNaN(origin[node])) {
                double cut = Math.min(Math.abs(origin[node]), 5 * usual);
                sum += cut * cut;
                n++;
            }
        }
        return sum / n;
    }

    /** Mean size of past errors over what is usual, over all nodes. */
    private static double ratio(double[][] errors, double[] usual) {
        double sum = 0;
        long n = 0;
        for (double[] origin : errors) {
            for (int i = 0; i < usual.length; i++) {
                if (usual[i] > 0 && !Double.isNaN(origin[i])) {
                    sum += Math.min(5, Math.abs(origin[i]) / usual[i]);
                    n++;
                }
            }
        }
        return n == 0 || sum == 0 ? 1 : sum / n;
    }
}
