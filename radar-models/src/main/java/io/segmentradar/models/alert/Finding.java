package io.segmentradar.models.alert;

import io.segmentradar.core.alert.AlertType;

/**
 * One unusual figure of the month under review, before selection.
 *
 * @param score signed statistic behind the surprise; 0 for what has none (a stop, a start)
 * @param surprise two-sided tail probability
 * @param impact money at stake
 * @param weight of its test in the family, see {@link PriorWeight}
 */
record Finding(
        LevelScores level,
        Scores scores,
        int node,
        AlertType type,
        double score,
        double surprise,
        double impact,
        double weight) {
    String kpi() {
        return errors().kpi().id();
    }

    Errors errors() {
        return scores.errors();
    }

    int review() {
        return level.view().review();
    }

    double actual() {
        return errors().actual(node, review());
    }

    double expected() {
        return errors().forecast(node, review());
    }

    double residual() {
        return actual() - expected();
    }

    /** True if the figure went up, or the trend did. */
    boolean isUp() {
        return type == AlertType.INFLECTION ? score > 0 : residual() > 0;
    }

    boolean isTurn() {
        return type == AlertType.INFLECTION;
    }

    int forecastRow() {
        return errors().made(review())
                .nodes()
                .row(level.view().nodes().id(node))
                .orElseThrow();
    }
}
