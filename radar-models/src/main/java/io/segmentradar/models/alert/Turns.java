package io.segmentradar.models.alert;

import java.util.Arrays;

/**
 * Turned trends of a KPI at a level. After a change of slope every forecast that still follows the old trend errs to the
 * same side; the statistic is how one-sided the last forecasts erred, in standard deviations, counting what is the
 * node's own. The standard deviation is that of the errors outside the window: a turn must not be measured with the yard
 * stick that it has stretched itself.
 *
 * <p>The four errors weigh alike. The best linear combination of the errors of two years for a slope that changes at
 * the start of the window is no better than this by more than a fiftieth, on series with noise in the observations as on
 * random walks.
 */
final class Turns {
    /** Months of same-sided errors that make a turned trend. */
    static final int MONTHS = 4;
    /** Usual errors that the forecasts of those months erred by together, for each standard deviation of the statistic. */
    static final double ERRORS = Math.sqrt(MONTHS);
    /** One month's share in a turn is limited, lest a jump pass for one. */
    private static final double CAP = 2;

    private final Scores scores;
    private final SharedPart shared;
    private final UsualError[] usual;
    private final double[] squares;
    private final int[] counts;

    Turns(Scores scores, SharedPart shared) {
        this.scores = scores;
        this.shared = shared;
        LevelView view = view();
        usual = UsualError.bySize(view, this::own);
        squares = new double[view.size()];
        counts = new int[view.size()];
        for (int node = 0; node < squares.length; node++) {
            for (int m = 0; m < view.review(); m++) {
                double own = own(node, m);
                if (!Double.isNaN(own)) {
                    squares[node] += own * own;
                    counts[node]++;
                }
            }
        }
    }

    private LevelView view() {
        return scores.errors().view();
    }

    private double own(int node, int month) {
        return scores.error(node, month) - shared.of(node, month);
    }

    /** In standard deviations, with the sign of the errors; NaN where one of the months is missing. */
    double statistic(int node, int month) {
        if (month < MONTHS || scores.isCold(node)) {
            return Double.NaN;
        }
        double outside = squares[node];
        int count = counts[node];
        double[] window = new double[MONTHS];
        for (int back = 0; back < MONTHS; back++) {
            window[back] = own(node, month - back);
            if (Double.isNaN(window[back])) {
                return Double.NaN;
            }
            if (month - back < view().review()) {
                outside -= window[back] * window[back];
                count--;
            }
        }
        double scale = usual[view().sizeClass(node)].moderated(Math.max(0, outside), count);
        double sum = Arrays.stream(window)
                .map(own -> Math.max(-CAP, Math.min(CAP, own / scale)))
                .sum();
        return sum / ERRORS;
    }
}
