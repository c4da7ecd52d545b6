package io.segmentradar.models.reconcile;

/**
 * The coherent forecasts nearest to the base forecasts in the metric of their error covariance W:
 * ỹ = ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ, where C·y = 0 says that every node is the sum of its segments (Wickramasuriya et al. 2019,
 * in the form of Hyndman et al. 2011 with as many unknowns as there are nodes above the segments). The system is solved by
 * conjugate gradients with a diagonal preconditioner; nothing of the size segments × segments is ever formed.
 */
final class CoherentSolver {
    private static final double TOLERANCE = 1e-10;
    private static final int MAX_ITERATIONS = 2_000;
    private static final int MAX_ROUNDS = 6;

    private final SummingStructure structure;

    CoherentSolver(SummingStructure structure) {
        this.structure = structure;
    }

    /**
     * @param base forecasts of all nodes, no NaN
     * @param signed false to keep segments at 0 or above: those that would fall below are held at 0 and the rest is solved
     *     again
     */
    double[] solve(double[] base, ErrorCovariance covariance, boolean signed) {
        double[] start = base.clone();
        boolean[] fixed = new boolean[base.length];
        double[] solved = project(start, covariance);
        for (int round = 0; !signed && round < MAX_ROUNDS && holdNegative(solved, start, fixed); round++) {
            solved = project(start, covariance.holding(fixed));
        }
        for (int s = structure.upper(); s < solved.length; s++) {
            solved[s] = signed ? solved[s] : Math.max(0, solved[s]);
        }
        structure.addUp(solved);
        return solved;
    }

    private boolean holdNegative(double[] solved, double[] start, boolean[] fixed) {
        boolean any = false;
        for (int s = structure.upper(); s < solved.length; s++) {
            if (solved[s] < 0) {
                start[s] = 0;
                any |= !fixed[s];
                fixed[s] = true;
            }
        }
        return any;
    }

    private double[] project(double[] base, ErrorCovariance covariance) {
        double[] multipliers = conjugateGradients(structure.gaps(base), covariance);
        double[] adjustment = new double[base.length];
        structure.spread(multipliers, adjustment);
        covariance.multiply(adjustment);
        double[] solved = new double[base.length];
        for (int i = 0; i < solved.length; i++) {
            solved[i] = base[i] - adjustment[i];
        }
        return solved;
    }

    private double[] conjugateGradients(double[] right, ErrorCovariance covariance) {
        int n = right.length;
        double[] inverse = preconditioner(covariance);
        double[] x = new double[n];
        double[] r = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            // A node that neither can move itself nor has a segment that can is left to the final adding-up.
            r[i] = inverse[i] > 0 ? right[i] : 0;
            z[i] = inverse[i] * r[i];
        }
        double[] p = z.clone();
        double rz = dot(r, z);
        double target = TOLERANCE * TOLERANCE * rz;
        double[] all = new double[covariance.nodes()];
        for (int iteration = 0; iteration < MAX_ITERATIONS && rz > target && rz > 0; iteration++) {
            structure.spread(p, all);
            covariance.multiply(all);
            double[] mp = structure.gaps(all);
            double curvature = dot(p, mp);
            if (!(curvature > 0)) {
                break;
            }
            double step = rz / curvature;
            for (int i = 0; i < n; i++) {
                x[i] += step * p[i];
                r[i] -= inverse[i] > 0 ? step * mp[i] : 0;
                z[i] = inverse[i] * r[i];
            }
            double next = dot(r, z);
            double keep = next / rz;
            rz = next;
            for (int i = 0; i < n; i++) {
                p[i] = z[i] + keep * p[i];
            }
        }
        return x;
    }

    /** One over the diagonal of C W Cᵀ; 0 where that is 0. */
    private double[] preconditioner(ErrorCovariance covariance) {
        double[] diagonal = structure.sums(covariance.diagonal());
        double[][] columns = covariance.factors();
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] += covariance.diagonal()[i];
        }
        for (double[] column : columns) {
            double[] gaps = structure.gaps(column);
            for (int i = 0; i < diagonal.length; i++) {
                diagonal[i] += gaps[i] * gaps[i];
            }
        }
        for (int i = 0; i < diagonal.length; i++) {
            diagonal[i] = diagonal[i] > 0 ? 1 / diagonal[i] : 0;
        }
        return diagonal;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
