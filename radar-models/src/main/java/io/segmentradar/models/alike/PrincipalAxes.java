package io.segmentradar.models.alike;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** The few directions that hold most of the variance; what is left is mostly noise of single features. */
final class PrincipalAxes {
    private static final double SHARE = 0.8;
    private static final int MOST = 10;

    private PrincipalAxes() {}

    /** The points about their mean, in as many axes as hold {@value #SHARE} of the variance, {@value #MOST} at most. */
    static double[][] project(double[][] points) {
        int d = points[0].length;
        double[] mean = new double[d];
        for (double[] point : points) {
            for (int i = 0; i < d; i++) {
                mean[i] += point[i] / points.length;
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance(points, mean), false));
        double[] variances = eigen.getRealEigenvalues();
        double all = 0;
        for (double variance : variances) {
            all += Math.max(0, variance);
        }
        int axes = 0;
        for (double held = 0; axes < Math.min(MOST, d) && held < SHARE * all; axes++) {
            held += variances[axes];
        }
        double[][] projected = new double[points.length][Math.max(1, axes)];
        for (int a = 0; a < axes; a++) {
            double[] axis = eigen.getEigenvector(a).toArray();
            for (int p = 0; p < points.length; p++) {
                for (int i = 0; i < d; i++) {
                    projected[p][a] += axis[i] * (points[p][i] - mean[i]);
                }
            }
        }
        return projected;
    }

    private static double[][] covariance(double[][] points, double[] mean) {
        int d = mean.length;
        double[][] covariance = new double[d][d];
        double[] centred = new double[d];
        for (double[] point : points) {
            for (int i = 0; i < d; i++) {
                centred[i] = point[i] - mean[i];
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += centred[i] * centred[j];
                }
            }
        }
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] /= points.length;
                covariance[j][i] = covariance[i][j];
            }
        }
        return covariance;
    }
}
