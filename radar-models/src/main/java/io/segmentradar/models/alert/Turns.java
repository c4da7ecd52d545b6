package io.segmentradar.models.alert;

/**
 * Turned trends of a KPI at a level. After a change of slope every forecast that still follows the old trend errs to the
 * same side. The statistic is the log likelihood ratio of the last four errors between a slope that has changed by one
 * usual forecast error a month and none, under Student's t distribution: four errors to one side tell of a turn, a
 * single large one of a jump. What the segment shares with its siblings and peers is taken out ({@link SharedPart}), and
 * months in which everybody erred more than usual weigh less ({@link Unrest}, as in generalised least squares). The scale is that of the errors outside the window: a turn must not be measured with the yard stick that it
 * has stretched itself.
 */
final class Turns {
    /** Months of same-sided errors that make a turned trend. */
    static final int MONTHS = 4;
    /** Usual errors that the forecasts of those months err by together, for each standard deviation of their sum. */
    static final double ERRORS = Math.sqrt(MONTHS);

    /** Degrees of freedom of the errors, and what a standard deviation is in units of their scale. */
    private static final double FREEDOM = 5;

    private static final double CORE = 0.87;
    /** Errors of the segment itself must point the way of the turn by so many standard deviations, siblings left out. */
    private static final double LEAST_OWN = 1.5;

    private static final double CAP = 2;
    private final Scores scores;
    private final SharedPart shared;
    private final Past raw;
    private final Past unshared;
    private final Past own;
    private final Unrest unrest;

    Turns(Scores scores, SharedPart shared) {
        this.scores = scores;
        this.shared = shared;
        raw = new Past(view(), scores::error);
        unshared = new Past(view(), (node, m) -> scores.error(node, m) - shared.ofSiblings(node, m));
        own = new Past(view(), (node, m) -> scores.error(node, m) - shared.of(node, m));
        unrest = new Unrest(
                view(), (node, m) -> scores.isCold(node) ? Double.NaN : own.at(node, m) / own.scale(node, m, 0));
    }

    private LevelView view() {
        return scores.errors().view();
    }

    /** The larger ratio of both directions, with the sign of the errors; 0 where no turn is more likely than none; NaN where a month is missing. */
    double statistic(int node, int month) {
        if (month < MONTHS || scores.isCold(node)) {
            return Double.NaN;
        }
        double scale = CORE * own.scale(node, month, MONTHS);
        double turn = raw.scale(node, month, MONTHS);
        double up = 0;
        double down = 0;
        for (int m = month; m > month - MONTHS; m--) {
            double unit = scale * unrest.at(m);
            double error = own.at(node, m) / unit;
            double shift = turn / unit;
            up += density(error - shift) - density(error);
            down += density(error + shift) - density(error);
        }
        return Double.isNaN(up) ? Double.NaN : up >= down ? Math.max(0, up) : -Math.max(0, down);
    }

    /** Logarithm, up to a constant. */
    private static double density(double error) {
        return -(FREEDOM + 1) / 2 * Math.log1p(error * error / FREEDOM);
    }

    /**
     * True if the segment itself erred to that side beside its siblings, and at least as far as its peers did to the
     * other: where two that go together part, the turn is that of the one which left.
     */
    boolean isOwn(int node, int month, double statistic) {
        double scale = unshared.scale(node, month, MONTHS);
        double itself = 0;
        double peers = 0;
        for (int m = month; m > month - MONTHS; m--) {
            itself += Math.max(-CAP, Math.min(CAP, unshared.at(node, m) / scale));
            peers += shared.ofPeers(node, m) / scale;
        }
        double side = Math.signum(statistic) / ERRORS;
        return side * itself >= Math.max(LEAST_OWN, -side * peers);
    }

    /** Errors of one kind with the usual size of those of a node outside a window. */
    private static final class Past {
        private final LevelView view;
        private final UsualError.Cells errors;
        private final UsualError[] usual;
        private final double[] squares;
        private final int[] counts;

        Past(LevelView view, UsualError.Cells errors) {
            this.view = view;
            this.errors = errors;
            usual = UsualError.bySize(view, errors);
            squares = new double[view.size()];
            counts = new int[squares.length];
            for (int node = 0; node < squares.length; node++) {
                UsualError.Own past = UsualError.past(view, errors, node);
                squares[node] = past.variance() * past.errors();
                counts[node] = past.errors();
            }
        }

        double at(int node, int month) {
            return errors.at(node, month);
        }

        /** Standard deviation of a node's errors before the month under review, those of the window left out. */
        double scale(int node, int month, int window) {
            double outside = squares[node];
            int count = counts[node];
            for (int m = month; m > month - window; m--) {
                double error = at(node, m);
                if (m < view.review() && !Double.isNaN(error)) {
                    outside -= error * error;
                    count--;
                }
            }
            return usual[view.sizeClass(node)].moderated(Math.max(0, outside), count);
        }
    }
}
