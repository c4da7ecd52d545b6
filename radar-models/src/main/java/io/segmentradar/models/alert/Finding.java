package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertType;

/**
 * One unusual figure of the month under review, before selection.
 *
 * @param surprise two-sided tail probability
 * @param impact money at stake
 */
record Finding(LevelScores level, Scores scores, int node, AlertType type, double surprise, double impact) {
    String kpi() {
        return scores.errors().kpi().id();
    }

    int review() {
        return level.view().review();
    }

    double actual() {
        return level.view().panel().column(kpi()).value(node, review());
    }

    double expected() {
        return scores.errors().made(review()).point(forecastRow());
    }

    double residual() {
        return actual() - expected();
    }

    int forecastRow() {
        return scores.errors()
                .made(review())
                .nodes()
                .row(level.view().nodes().id(node))
                .orElseThrow();
    }
}
