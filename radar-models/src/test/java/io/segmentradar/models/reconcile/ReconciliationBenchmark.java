package io.segmentradar.models.reconcile;

import io.segmentradar.core.forecast.Reconciler;
import java.util.Locale;
import java.util.Random;

/**
 * How long it takes to make one set of forecasts add up, by number of segments and method, and how exactly they then do.
 * Not a test; docs/performance.md says how to run it and what was seen.
 */
public final class ReconciliationBenchmark {
    private static final int INDUSTRIES = 60;
    private static final int PROVINCES = 17;
    private static final int GRADES = 6;
    private static final int ORIGINS = 24;

    private ReconciliationBenchmark() {}

    /**
     * @param args numbers of segments; 2038 and 50000 if none are given
     */
    public static void main(String[] args) {
        String[] sizes = args.length == 0 ? new String[] {"2038", "50000"} : args;
        System.out.println("segments,upper_nodes,method,seconds_first,seconds_second,largest_gap_relative");
        for (String size : sizes) {
            measure(Integer.parseInt(size));
        }
    }

    private static void measure(int segments) {
        SummingStructure structure = structure(segments);
        Random random = new Random(1);
        double[] base = base(structure, random);
        double[] usual = new double[base.length];
        double[][] errors = new double[ORIGINS][base.length];
        for (int i = 0; i < base.length; i++) {
            usual[i] = 0.1 * Math.abs(base[i]);
            for (double[] origin : errors) {
                origin[i] = usual[i] * random.nextGaussian();
            }
        }
        for (Reconciler method : Reconciler.values()) {
            double[] seconds = new double[2];
            double[] coherent = base;
            for (int pass = 0; pass < seconds.length; pass++) {
                long start = System.nanoTime();
                coherent = new Reconciliation(method).reconcile(structure, base, errors, usual, false);
                seconds[pass] = (System.nanoTime() - start) / 1e9;
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "%d,%d,%s,%.3f,%.3f,%.1e",
                    segments,
                    structure.upper(),
                    method.id(),
                    seconds[0],
                    seconds[1],
                    gap(structure, coherent)));
        }
    }

    /** Bank, industries, provinces, grades, and pairs of industry and province. */
    private static SummingStructure structure(int segments) {
        int[][] parents = new int[5][segments];
        int provinces = 1 + INDUSTRIES;
        int grades = provinces + PROVINCES;
        int pairs = grades + GRADES;
        for (int s = 0; s < segments; s++) {
            int industry = s % INDUSTRIES;
            int province = s / INDUSTRIES % PROVINCES;
            parents[1][s] = 1 + industry;
            parents[2][s] = provinces + province;
            parents[3][s] = grades + s / INDUSTRIES / PROVINCES % GRADES;
            parents[4][s] = pairs + industry * PROVINCES + province;
        }
        return SummingStructure.of(pairs + INDUSTRIES * PROVINCES, parents, segments);
    }

    /** Amounts over six orders of magnitude, a third of them 0, and aggregates forecast by themselves. */
    private static double[] base(SummingStructure structure, Random random) {
        double[] base = new double[structure.nodes()];
        for (int s = structure.upper(); s < base.length; s++) {
            base[s] = random.nextInt(3) == 0 ? 0 : Math.exp(5 + 2.5 * random.nextGaussian());
        }
        structure.addUp(base);
        for (int i = 0; i < base.length; i++) {
            base[i] *= 1 + 0.1 * random.nextGaussian();
        }
        return base;
    }

    private static double gap(SummingStructure structure, double[] coherent) {
        double[] gaps = structure.gaps(coherent);
        double worst = 0;
        for (int i = 0; i < gaps.length; i++) {
            worst = Math.max(worst, Math.abs(gaps[i]) / Math.max(1, Math.abs(coherent[i])));
        }
        return worst;
    }
}
