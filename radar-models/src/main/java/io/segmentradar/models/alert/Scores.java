package io.segmentradar.models.alert;

import java.util.Arrays;

/**
 * Forecast errors in units of the node's own usual error. The usual variance at a month is the mean square of the node's
 * other past errors, that month's left out, so that past scores and the score under review are made alike; with few of
 * them it leans on that of nodes of the same KPI, level and size ({@link UsualError}). It is then averaged, as a geometric
 * mean, with the discounted mean square of the errors just before the month: after a restless spell a large error is less
 * of a surprise, and so it is in a month in which everybody errs ({@link Unrest}).
 */
final class Scores {
    /** Errors of its own a node needs before its figures can be tested. */
    static final int MIN_ERRORS = 6;
    /** A score beyond which a node's KPI counts as moving sharply. */
    static final double LOUD = 3;
    /** Weight of a squared error in the recent variance, from one month to the next. */
    private static final double DISCOUNT = 0.8;
    /** Squared errors that the usual variance is worth in the recent one. */
    private static final double USUAL_WORTH = 2;

    private final Errors errors;
    private final CalendarShift shift;
    private final double[] news;
    private final double[] score;
    private final boolean[] cold;
    private final double[] usualAtReview;
    private final Unrest unrest;

    Scores(Errors errors, CalendarShift shift) {
        this.errors = errors;
        this.shift = shift;
        LevelView view = errors.view();
        news = new double[view.size() * view.months()];
        for (int cell = 0; cell < news.length; cell++) {
            int node = cell / view.months();
            int month = cell % view.months();
            news[cell] = errors.error(node, month) - shift.of(errors, node, month);
        }
        score = new double[view.size() * view.months()];
        cold = new boolean[view.size()];
        usualAtReview = new double[view.size()];
        Arrays.fill(score, Double.NaN);
        UsualError[] usual = UsualError.bySize(view, this::error);
        for (int node = 0; node < view.size(); node++) {
            fill(node, usual[view.sizeClass(node)]);
        }
        unrest = new Unrest(view, (node, m) -> cold[node] ? Double.NaN : score(node, m));
        for (int cell = 0; cell < score.length; cell++) {
            score[cell] /= unrest.at(cell % view.months());
        }
    }

    /** Growth error less what the calendar did to everybody; NaN where there is none. */
    double error(int node, int month) {
        return news[node * errors.view().months() + month];
    }

    private void fill(int node, UsualError usual) {
        LevelView view = errors.view();
        int review = view.review();
        double squares = 0;
        int count = 0;
        for (int m = 0; m < review; m++) {
            double e = error(node, m);
            if (!Double.isNaN(e)) {
                squares += e * e;
                count++;
            }
        }
        cold[node] = count < MIN_ERRORS;
        double recent = 0;
        double weight = 0;
        for (int m = 0; m <= review; m++) {
            double e = error(node, m);
            boolean known = m < review && !Double.isNaN(e);
            double usualError =
                    usual.moderated(known ? Math.max(0, squares - e * e) : squares, known ? count - 1 : count);
            double usualSquare = usualError * usualError;
            double recentSquare = (recent + USUAL_WORTH * usualSquare) / (weight + USUAL_WORTH);
            double own = Math.sqrt(Math.sqrt(usualSquare * recentSquare));
            if (!cold[node] || m == review) {
                score[node * view.months() + m] = e / own;
            }
            usualAtReview[node] = own;
            recent = DISCOUNT * (recent + (known ? e * e : 0));
            weight = DISCOUNT * (weight + (known ? 1 : 0));
        }
    }

    Errors errors() {
        return errors;
    }

    /** NaN where there is no score. */
    double score(int node, int month) {
        return score[node * errors.view().months() + month];
    }

    /** The score under review as it would be had the calendar been left in. */
    double scoreWithCalendar(int node) {
        int review = errors.view().review();
        return score(node, review) + shift.of(errors, node, review) / (usualAtReview[node] * unrest.at(review));
    }

    /** True if the node has too little history to be tested; its score then leans on its like alone. */
    boolean isCold(int node) {
        return cold[node];
    }

    /** True if the KPI moved sharply, stopped or started. */
    boolean isLoud(int node, int month) {
        return loud(node, month) != 0;
    }

    /** 1 if the KPI rose sharply or started, −1 if it fell sharply or stopped, 0 otherwise. */
    int loud(int node, int month) {
        return switch (errors.shape(node, month)) {
            case STOP -> -1;
            case START -> 1;
            default -> Math.abs(score(node, month)) > LOUD ? (int) Math.signum(score(node, month)) : 0;
        };
    }

    /** Usual error of a node's growth in the month under review, whatever happens in it. */
    double usualError(int node) {
        return usualAtReview[node];
    }
}
