package io.segmentradar.nba.plan;

/**
 * A linear limit of the planning problem: Σ coefficient × x over the items it {@link Kind concerns} is at most (for
 * {@link Kind#CATEGORY_MIN}: at least) the limit. For shares the limit is multiplied by the size of the plan.
 */
record PlanRow(Kind kind, String of, double limit) {
    /** What a row limits. */
    enum Kind {
        HOURS,
        CATEGORY_MAX,
        CATEGORY_MIN,
        TYPE_SHARE,
        GROUP_SHARE,
        SEGMENT,
        SEGMENT_CATEGORY
    }

    String name() {
        return kind + "|" + of;
    }

    /** −1 for a row that asks for at least its limit. */
    int sign() {
        return kind == Kind.CATEGORY_MIN ? -1 : 1;
    }

    double coefficient(PlanItem item) {
        return kind == Kind.HOURS ? item.hours() : 1;
    }

    boolean isShare() {
        return kind == Kind.TYPE_SHARE || kind == Kind.GROUP_SHARE;
    }

    /** The limit for a plan of {@code size} actions. */
    double limit(double size) {
        return isShare() ? limit * size : limit;
    }

    /** Of single segments, not of the month. */
    boolean isLocal() {
        return kind == Kind.SEGMENT || kind == Kind.SEGMENT_CATEGORY;
    }

    /** Rows that are many and seldom bind; they are added when a solution breaks them. */
    boolean isLazy() {
        return isLocal() || isShare();
    }
}
