package io.segmentradar.models.monitor;

import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** How far two samples of one quantity are apart. */
final class SampleDistance {
    private static final int BINS = 10;
    private static final double LEAST_LAMBDA = 0.1;
    private static final int EXACT_BELOW = 10_000;
    private static final KolmogorovSmirnovTest TEST = new KolmogorovSmirnovTest();

    private SampleDistance() {}

    /**
     * Population stability index Σ (c − r) ln(c / r) over the deciles of the reference, which both samples share; deciles
     * that coincide make one bin. Half an observation is added to each bin, so that an empty one has a finite weight that
     * shrinks with the sample (Jeffreys) instead of a fixed ε.
     */
    static double psi(Sample reference, Sample current) {
        double psi = 0;
        int r = 0;
        int c = 0;
        double edge = Double.NEGATIVE_INFINITY;
        int bins = 0;
        for (int b = 1; b <= BINS; b++) {
            double next = b == BINS ? Double.POSITIVE_INFINITY : reference.quantile((double) b / BINS);
            bins += next > edge ? 1 : 0;
            edge = Math.max(edge, next);
        }
        edge = Double.NEGATIVE_INFINITY;
        for (int b = 1; b <= BINS; b++) {
            double next = b == BINS ? Double.POSITIVE_INFINITY : reference.quantile((double) b / BINS);
            if (next > edge) {
                edge = next;
                int rTo = reference.countAtMost(edge);
                int cTo = current.countAtMost(edge);
                double share = (rTo - r + 0.5) / (reference.size() + 0.5 * bins);
                double now = (cTo - c + 0.5) / (current.size() + 0.5 * bins);
                psi += (now - share) * Math.log(now / share);
                r = rTo;
                c = cTo;
            }
        }
        return psi;
    }

    /** Wasserstein-1 distance: the area between the two distribution functions, in the unit of the values. */
    static double wasserstein(Sample a, Sample b) {
        double area = 0;
        int i = 0;
        int j = 0;
        double last = Math.min(a.at(0), b.at(0));
        while (i < a.size() || j < b.size()) {
            boolean first = j == b.size() || i < a.size() && a.at(i) <= b.at(j);
            double next = first ? a.at(i) : b.at(j);
            area += Math.abs((double) i / a.size() - (double) j / b.size()) * (next - last);
            last = next;
            if (first) {
                i++;
            } else {
                j++;
            }
        }
        return area;
    }

    /** Largest distance between the two distribution functions, ties counted as one step. */
    static double kolmogorovSmirnov(Sample a, Sample b) {
        double greatest = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            double value = Math.min(a.at(i), b.at(j));
            while (i < a.size() && a.at(i) <= value) {
                i++;
            }
            while (j < b.size() && b.at(j) <= value) {
                j++;
            }
            greatest = Math.max(greatest, Math.abs((double) i / a.size() - (double) j / b.size()));
        }
        return greatest;
    }

    /**
     * p-value of a Kolmogorov-Smirnov distance between samples of {@code n} and {@code m}; exact for small samples,
     * asymptotic for others. Ties make it too large, never too small.
     */
    static double kolmogorovSmirnovP(double distance, int n, int m) {
        if ((long) n * m < EXACT_BELOW && n > 1 && m > 1) {
            return TEST.exactP(distance, n, m, false);
        }
        // Below this the limiting distribution is 1 to machine precision and its series converges slowly.
        boolean none = distance * Math.sqrt((double) n * m / (n + m)) < LEAST_LAMBDA;
        return none ? 1 : TEST.approximateP(distance, n, m);
    }
}
