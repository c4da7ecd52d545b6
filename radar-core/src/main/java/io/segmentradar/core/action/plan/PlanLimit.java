package io.segmentradar.core.action.plan;

/**
 * A limit of a plan after planning.
 *
 * @param kind what is limited
 * @param of what it applies to, such as {@code RM|서울} or {@code RETENTION}
 * @param limit hours, a number of actions, or a share of the planned actions
 * @param used the same for the plan
 * @param shadowPrice what one more unit (hour, action) would add to the objective by the linear relaxation, at least 0
 */
public record PlanLimit(Kind kind, String of, double limit, double used, double shadowPrice) {
    /** What a limit is about. */
    public enum Kind {
        /** Hours of an owner role in a province. */
        HOURS,
        CATEGORY_MIN,
        CATEGORY_MAX,
        /** Share of one type in the planned actions. */
        TYPE_SHARE,
        /** Share of one value of the diversity dimension in the planned actions. */
        DIVERSITY_SHARE
    }
}
