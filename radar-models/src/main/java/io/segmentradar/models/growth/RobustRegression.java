package io.segmentradar.models.growth;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;

/** Weighted linear regression by iterated weights of Huber (1964), with a touch of ridge. */
public final class RobustRegression {
    private static final int ROUNDS = 5;
    private static final double CORNER = 0.3;
    private static final double RIDGE = 1e-3;

    private final int features;
    private double[] x = new double[4096];
    private double[] y = new double[512];
    private double[] weight = new double[512];
    private int rows;

    public RobustRegression(int features) {
        this.features = features;
    }

    /**
     * @param w one over the usual size of this row's error
     */
    public void add(double[] row, double target, double w) {
        if (rows == y.length) {
            y = Arrays.copyOf(y, 2 * rows);
            weight = Arrays.copyOf(weight, 2 * rows);
        }
        if ((rows + 1) * features > x.length) {
            x = Arrays.copyOf(x, 2 * x.length);
        }
        System.arraycopy(row, 0, x, rows * features, features);
        y[rows] = target;
        weight[rows++] = w;
    }

    public int rows() {
        return rows;
    }

    public double[] coefficients() {
        double[] beta = new double[features];
        for (int round = 0; round < ROUNDS; round++) {
            beta = solve(beta, round == 0);
        }
        return beta;
    }

    private double[] solve(double[] beta, boolean first) {
        double[][] gram = new double[features][features];
        double[] moment = new double[features];
        for (int i = 0; i < rows; i++) {
            double residual = y[i];
            for (int j = 0; j < features; j++) {
                residual -= beta[j] * x[i * features + j];
            }
            double size = Math.abs(residual * weight[i]);
            double w = weight[i] * weight[i] / (first ? 1 + size : Math.max(CORNER, size));
            for (int j = 0; j < features; j++) {
                double wx = w * x[i * features + j];
                moment[j] += wx * y[i];
                for (int k = 0; k <= j; k++) {
                    gram[j][k] += wx * x[i * features + k];
                }
            }
        }
        for (int j = 0; j < features; j++) {
            gram[j][j] = gram[j][j] * (1 + RIDGE) + 1e-9;
            for (int k = 0; k < j; k++) {
                gram[k][j] = gram[j][k];
            }
        }
        return new LUDecomposition(new Array2DRowRealMatrix(gram, false))
                .getSolver()
                .solve(new ArrayRealVector(moment, false))
                .toArray();
    }
}
