package io.segmentradar.nba.plan;

/**
 * A candidate as the planner sees it.
 *
 * @param id breaks ties, so that a plan does not depend on the order of the candidates
 * @param segment row of the segment
 * @param area value of the dimension by which hours are given
 * @param group value of the dimension over which the plan spreads
 * @param hours effort, above 0
 * @param score what the plan maximises, above 0
 */
public record PlanItem(
        String id,
        int segment,
        String type,
        String category,
        String owner,
        String area,
        String group,
        double hours,
        double score) {
    public PlanItem {
        if (!(hours > 0) || !(score > 0) || Double.isInfinite(hours) || Double.isInfinite(score)) {
            throw new IllegalArgumentException(
                    "Candidate '" + id + "' needs hours and score above 0, got " + hours + " and " + score);
        }
    }

    double scorePerHour() {
        return score / hours;
    }

    String pool() {
        return owner + "|" + area;
    }
}
