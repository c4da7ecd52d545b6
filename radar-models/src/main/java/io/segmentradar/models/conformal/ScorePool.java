package io.segmentradar.models.conformal;

import java.util.Arrays;

/** The scores that count at an origin, kept in order while origins come and go. */
final class ScorePool {
    private double[] scores = new double[0];

    /**
     * @param run ascending
     */
    void add(double[] run) {
        double[] merged = new double[scores.length + run.length];
        int a = 0;
        int b = 0;
        for (int i = 0; i < merged.length; i++) {
            boolean own = b == run.length || a < scores.length && scores[a] <= run[b];
            merged[i] = own ? scores[a++] : run[b++];
        }
        scores = merged;
    }

    /**
     * @param run as it was added
     */
    void drop(double[] run) {
        double[] left = new double[scores.length - run.length];
        int b = 0;
        int n = 0;
        for (double score : scores) {
            if (b < run.length && score == run[b]) {
                b++;
            } else {
                left[n++] = score;
            }
        }
        scores = left;
    }

    int size() {
        return scores.length;
    }

    /** Quantiles of the scores; all 0 if there are none. */
    double[] quantiles() {
        return ScoreQuantiles.of(scores);
    }

    /** All scores of some pools in one. */
    static ScorePool of(ScorePool... pools) {
        ScorePool all = new ScorePool();
        int n = Arrays.stream(pools).mapToInt(ScorePool::size).sum();
        all.scores = new double[n];
        int at = 0;
        for (ScorePool pool : pools) {
            System.arraycopy(pool.scores, 0, all.scores, at, pool.size());
            at += pool.size();
        }
        Arrays.sort(all.scores);
        return all;
    }
}
